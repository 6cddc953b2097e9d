"""Forms of the back office answer keys that can be none with a sentence, not with a failure."""

import pytest
from django.contrib import admin
from django.test import Client, RequestFactory
from django.urls import reverse

from accounts.models import User
from tests.factories import make_article, make_reply_request
from web.desk import DeskAdmin

pytestmark = pytest.mark.django_db
ODD = ["\x00", "9" * 31, "-1", "²", "x"]
CHOOSING = [
    (model, name)
    for model, of in admin.site._registry.items()
    if isinstance(of, DeskAdmin)
    for name in of.autocomplete_fields
]


@pytest.fixture
def boss(cast):
    User.objects.filter(pk=cast.editor.pk).update(is_superuser=True)
    client = Client()
    client.force_login(User.objects.get(pk=cast.editor.pk))
    return client


def test_some_forms_choose_rows():
    assert CHOOSING


@pytest.mark.parametrize("key", ODD)
@pytest.mark.parametrize(("model", "name"), CHOOSING, ids=lambda one: getattr(one, "__name__", one))
def test_odd_key_is_no_choice(boss, cast, model, name, key):
    request = RequestFactory().get("/")
    request.user = cast.editor
    request.user.is_superuser = True
    if not admin.site._registry[model].has_add_permission(request):
        return
    add = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_add")
    assert boss.get(add, {name: key}).status_code == 200
    answer = boss.post(add, {name: key})
    assert answer.status_code == 200
    assert not model.objects.exists()


@pytest.mark.parametrize("step", ["refuse", "link"])
def test_step_that_a_closed_request_does_not_offer_is_refused_in_words(boss, step):
    request = make_reply_request(make_article(), answer=make_article())
    answer = boss.post(reverse("admin:articles_replyrequest_change", args=[request.pk]), {"step": step})
    assert answer.status_code in {200, 302}
    request.refresh_from_db()
    assert request.refused_at is None
