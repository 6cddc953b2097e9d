"""Groups and people get rights by words, and only rights that the back office knows."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse

from accounts.rights import RightsField, known_rights
from tests.factories import make_user

pytestmark = pytest.mark.django_db


def labels():
    return [label for _value, label in RightsField(known_rights()).choices]


def test_rights_are_said_in_words():
    found = labels()
    assert "Articles : modifier" in found
    assert "Contributions : peut modérer les contributions" in [label.lower().capitalize() for label in found]
    assert not [label for label in found if "Can " in label or "|" in label]


def test_machinery_is_not_offered():
    kinds = {permission.content_type.model for permission in known_rights()}
    assert not kinds & {"session", "contenttype", "logentry", "emailaddress", "dbtaskresult", "taggeditem"}
    assert {"article", "comment", "plan"} <= kinds


def test_groups_of_the_newsroom_hold_known_rights_only():
    """Saving the form would take others away in silence."""
    held = Permission.objects.filter(group__isnull=False)
    assert held
    assert not held.exclude(pk__in=known_rights())


def test_group_keeps_what_was_chosen(client):
    client.force_login(make_user(is_staff=True, is_superuser=True))
    chosen = known_rights().filter(codename__in=["add_article", "view_article"])
    response = client.post(
        reverse("admin:auth_group_add"), {"name": "Stagiaires", "permissions": [right.pk for right in chosen]}
    )
    assert response.status_code == 302
    assert set(Group.objects.get(name="Stagiaires").permissions.all()) == set(chosen)


def test_unknown_right_is_refused(client):
    client.force_login(make_user(is_staff=True, is_superuser=True))
    foreign = Permission.objects.exclude(pk__in=known_rights()).first()
    response = client.post(reverse("admin:auth_group_add"), {"name": "X", "permissions": [foreign.pk]})
    assert response.status_code == 200
    assert not Group.objects.filter(name="X").exists()
