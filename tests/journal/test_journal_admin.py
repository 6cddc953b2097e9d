"""The journal in the back office: what forms do is in it, it is searched and exported, and nobody changes it."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse

from accounts.models import User
from journal.models import Entry
from journal.recording import record
from subscriptions.models import Plan
from tests.comments.desk import deed
from tests.factories import make_article, make_comment, make_plan, make_section, make_user
from tests.tables import read_table

pytestmark = pytest.mark.django_db
LIST = reverse("admin:journal_entry_changelist")
EXPORT = reverse("admin:journal_entry_export")


@pytest.fixture
def as_user():
    def sign_in(user):
        client = Client()
        client.force_login(user)
        return client

    return sign_in


@pytest.fixture
def boss(cast):
    User.objects.filter(pk=cast.editor.pk).update(is_superuser=True)
    cast.editor.refresh_from_db()
    return cast.editor


def last():
    return Entry.objects.first()


def test_a_plan_changed_in_its_form_is_in_the_journal(as_user, cast):
    plan = make_plan(name="Month")
    fields = {"name": "Month", "slug": plan.slug, "period": "quarter", "grace_days": 3, "position": 0}
    fields |= {"is_active": "on", "description": ""}
    address = reverse("admin:subscriptions_plan_change", args=[plan.pk])
    assert as_user(cast.subscriptions_desk).post(address, fields).status_code == 302
    assert Plan.objects.get().period == "quarter"
    entry = last()
    assert (entry.action, entry.kind, entry.key, entry.by_name) == (
        "Changed",
        "subscriptions.plan",
        str(plan.pk),
        "Lassana Abonnements",
    )


def test_a_rejected_contribution_is_in_the_journal(as_user, cast):
    comment = make_comment(article=make_article(), author=cast.subscriber)
    deed(as_user(cast.moderator), "reject", comment)
    assert (last().kind, last().by_name) == ("comments.comment", "Kadia Modératrice")


def test_rights_that_are_given_are_named(as_user, boss):
    user = make_user(name="Awa")
    group = Group.objects.get(name="Journaliste")
    fields = {"email": user.email, "name": "Awa", "public_name": "", "language": "", "is_active": "on"}
    fields |= {"is_staff": "on", "groups": [group.pk]}
    answer = as_user(boss).post(reverse("admin:accounts_user_change", args=[user.pk]), fields)
    assert answer.status_code == 302
    entry = Entry.objects.get(action="Rights changed")
    assert (entry.label, entry.by_key) == ("Awa", boss.pk)
    assert entry.detail.splitlines() == ["membre de l’équipe : non → oui", "groupes : – → Journaliste"]


def test_a_form_that_leaves_rights_alone_names_none(as_user, boss):
    user = make_user(name="Awa")
    fields = {"email": user.email, "name": "Binta", "public_name": "", "language": "", "is_active": "on"}
    as_user(boss).post(reverse("admin:accounts_user_change", args=[user.pk]), fields)
    assert [entry.action for entry in Entry.objects.all()] == ["Changed"]


def test_rights_of_a_group_are_named(as_user, boss):
    group = Group.objects.get(name="Modérateur")
    as_user(boss).post(reverse("admin:auth_group_change", args=[group.pk]), {"name": "Modérateur", "permissions": []})
    assert "comments.moderate_comment" in Entry.objects.get(action="Rights changed").detail


def test_each_of_several_deleted_rows_is_in_the_journal(as_user, boss):
    keys = [make_section(name=f"Section {n}").pk for n in range(3)]
    data = {"action": "delete_selected", "_selected_action": keys, "post": "yes"}
    as_user(boss).post(reverse("admin:articles_section_changelist"), data)
    assert {entry.key for entry in Entry.objects.filter(action="Deleted")} == {str(key) for key in keys}


@pytest.mark.parametrize("role", ["pigiste", "journalist", "moderator", "subscriptions_desk", "reader"])
def test_the_journal_is_for_those_who_have_the_right(as_user, cast, role):
    record("Published", label="canarizq7")
    client = as_user(getattr(cast, role))
    page = reverse("admin:journal_entry_change", args=[last().pk])
    for answer in (client.get(LIST), client.get(f"{LIST}?q=canarizq7"), client.get(page), client.post(EXPORT)):
        assert answer.status_code in {302, 403}
        assert b"canarizq7" not in answer.content.replace(b"?q=canarizq7", b"").replace(b"q%3Dcanarizq7", b"")


def test_it_is_searched_by_person_row_and_detail(as_user, cast):
    article = make_article(headline="The bridge")
    record("Published", article, by=cast.journalist, detail="at last")
    record("Withdrawn", make_article(headline="The road"), by=cast.pigiste)
    client = as_user(cast.editor)
    for words in ("bridge", "Fanta", "at last"):
        page = client.get(LIST, {"q": words}).content.decode()
        assert "The bridge" in page
        assert "The road" not in page


def test_it_is_narrowed_by_kind_and_time(as_user, cast, time_machine):
    time_machine.move_to("2026-05-01T12:00:00Z")
    record("Published", make_article(headline="The bridge"))
    time_machine.move_to("2026-05-20T12:00:00Z")
    record("Changed", make_section(name="Cooking"))
    client = as_user(cast.editor)
    assert "The bridge" not in client.get(LIST, {"kind": "articles.section"}).content.decode()
    page = client.get(LIST, {"period": "7"}).content.decode()
    assert "Cooking" in page
    assert "The bridge" not in page


def test_the_list_asks_the_same_number_of_questions_whatever_it_holds(
    as_user, cast, django_assert_num_queries, django_assert_max_num_queries
):
    client = as_user(cast.editor)
    article = make_article()
    record("Published", article)
    with django_assert_max_num_queries(12) as few:
        client.get(LIST)
    for _ in range(30):
        record("Published", article, by=cast.editor)
    with django_assert_num_queries(len(few)):
        client.get(LIST)


def exported(answer):
    assert answer.status_code == 200
    return read_table(answer.getvalue())


def test_what_the_list_shows_is_exported_without_formulas(as_user, cast):
    """E12"""
    evil = make_user(name="=HYPERLINK(1)", is_staff=True)
    record("Published", label="@bridge", by=evil, detail="＝1")
    record("Published", label="other")
    rows = exported(as_user(cast.editor).post(f"{EXPORT}?q=bridge"))
    assert len(rows) == 2
    assert [rows[1][1], rows[1][5], rows[1][6]] == ["'=HYPERLINK(1)", "'@bridge", "'＝1"]


def test_an_export_is_in_the_journal(as_user, cast):
    as_user(cast.editor).post(f"{EXPORT}?q=bridge")
    assert (last().action, last().detail, last().by_key) == ("Journal exported", "q=bridge", cast.editor.pk)


def test_an_export_is_not_asked_for_by_a_link(as_user, cast):
    assert as_user(cast.editor).get(EXPORT).status_code == 405


def test_nobody_deletes_an_entry_and_who_tries_is_noted(as_user, boss):
    """D17"""
    entry = record("Published", label="The bridge")
    client = as_user(boss)
    answer = client.post(reverse("admin:journal_entry_delete", args=[entry.pk]), {"post": "yes"})
    assert answer.status_code == 403
    assert (last().action, last().by_key) == ("Tried to delete an entry", boss.pk)
    client.post(LIST, {"action": "delete_selected", "_selected_action": [entry.pk], "post": "yes"})
    assert Entry.objects.filter(pk=entry.pk).exists()


def test_nobody_changes_an_entry(as_user, boss):
    """D17"""
    entry = record("Published", label="The bridge")
    answer = as_user(boss).post(reverse("admin:journal_entry_change", args=[entry.pk]), {"label": "The road"})
    assert answer.status_code == 403
    assert Entry.objects.get(pk=entry.pk).label == "The bridge"


def test_names_are_escaped(as_user, cast):
    """E03"""
    record("Published", make_section(name='"><img src=x onerror=alert(1)>'), detail="<script>alert(1)</script>")
    page = as_user(cast.editor).get(LIST).content.decode()
    assert "<img src=x" not in page
    assert "<script>alert" not in page


def test_what_a_form_changed_is_read_in_the_language_of_the_reader(as_user, cast):
    section = make_section(name="Cooking")
    data = {"name": "Kitchen", "slug": section.slug, "position": 1, "color": section.color, "description": ""}
    answer = as_user(cast.editor).post(reverse("admin:articles_section_change", args=[section.pk]), data)
    assert answer.status_code == 302
    for language, words in (("en", "Changed Name"), ("fr", "Modification de Nom")):
        User.objects.filter(pk=cast.editor.pk).update(language=language)
        assert words in as_user(cast.editor).get(LIST).content.decode()


def test_actions_are_read_in_the_language_of_the_reader(as_user, cast):
    record("Changed", make_section(name="Cooking"))
    cast.editor.language = "fr"
    cast.editor.save()
    assert "Modifié" in as_user(cast.editor).get(LIST).content.decode()
