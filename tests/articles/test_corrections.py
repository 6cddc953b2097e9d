"""Corrections: who makes them, what readers see of them, and what the journal keeps."""

import json
import re

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from articles import corrections
from articles.corrections import CorrectionError
from articles.models import Correction
from journal.models import Entry
from tests.articles.writing import draft, live
from tests.factories import make_article, make_correction, make_newspaper

pytestmark = pytest.mark.django_db
ADD = "admin:articles_correction_add"
PAYLOAD = '"><img src=x onerror=alert(1)></script>'


@pytest.fixture
def article(cast):
    make_newspaper()
    return live(by=cast.editor, headline="Le fleuve monte")


@pytest.fixture
def desk(client, cast):
    client.force_login(cast.editor, backend="django.contrib.auth.backends.ModelBackend")
    return client


def change(correction):
    return reverse("admin:articles_correction_change", args=[correction.pk])


def sent(correction=None, **fields):
    """What the browser sends of a correction's form."""
    known = {"kind": "correction", "text": "A text."}
    if correction:
        known = {"kind": correction.kind, "text": correction.text, "seen": correction.changed_at.isoformat()}
    return known | fields


def told(article):
    """What the journal says of it besides its publication."""
    return Entry.objects.about(article).exclude(action="Published an article")


def actions(article):
    return list(told(article).values_list("action", flat=True))


def test_editor_corrects_and_readers_find_it_under_the_article_and_on_its_own_page(desk, client, article, cast):
    answer = desk.post(reverse(ADD), sent(article=article.pk, text='Le niveau est de 3 m, et non "4 m"!'))
    assert answer.url == reverse("admin:articles_article_change", args=[article.pk])
    correction = Correction.objects.get()
    assert correction.text == "Le niveau est de 3 m, et non «\u00a04 m\u00a0»\u202f!"
    assert correction.by == cast.editor
    for path in (article.get_absolute_url(), reverse("corrections")):
        page = client.get(path).text
        assert correction.text in page
        assert corrections.title(correction) in page
    assert f'id="{correction.anchor}"' in client.get(article.get_absolute_url()).text
    assert f'href="{correction.get_absolute_url()}"' in client.get(reverse("corrections")).text
    assert actions(article) == ["Correction published"]


def test_its_title_has_the_day_in_words():
    at = timezone.make_aware(timezone.datetime(2026, 5, 27, 12))
    named = Correction(kind="correction", at=at)
    assert corrections.title(named) == "Rectificatif du 27 mai 2026"
    assert corrections.title(Correction(kind="update", at=at.replace(day=1))) == "Mise à jour du 1er mai 2026"


def test_search_engines_are_told(client, article):
    """https://schema.org/correction"""
    correction = make_correction(article, text=PAYLOAD)
    make_correction(article, withdrawn_at=timezone.now(), withdrawal="A slip.")
    page = client.get(article.get_absolute_url()).text
    data = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)[1])
    assert data["correction"] == [
        {"@type": "CorrectionComment", "text": PAYLOAD, "datePublished": correction.at.isoformat()}
    ]
    assert "correction" not in client.get(make_article().get_absolute_url()).text.partition("</head>")[0]


def test_its_words_are_text_everywhere(client, desk, article):
    """E03"""
    correction = make_correction(article, text=PAYLOAD)
    desk_pages = [reverse("admin:articles_correction_changelist"), change(correction)]
    desk_pages.append(reverse("admin:articles_article_change", args=[article.pk]))
    for path in (article.get_absolute_url(), reverse("corrections"), *desk_pages):
        page = client.get(path).text
        assert "<img src=x" not in page
        assert "&lt;img src=x" in page


def test_what_readers_never_saw_is_not_corrected(desk, cast):
    hidden, _revision = draft(by=cast.editor)
    coming = make_article(published_at=timezone.now() + timezone.timedelta(hours=1))
    for article in (hidden, coming):
        with pytest.raises(CorrectionError):
            corrections.publish(Correction(article=article, text="No."), by=cast.editor)
        answer = desk.post(reverse(ADD), sent(article=article.pk, text="Kept words."))
        assert answer.status_code == 200
        assert "Les lecteurs n’ont jamais vu cet article" in answer.text
        assert "Kept words." in answer.text
        card = desk.get(reverse("admin:articles_article_change", args=[article.pk])).text
        assert reverse(ADD) not in card
    assert not Correction.objects.exists()


@pytest.mark.parametrize("role", ["pigiste", "journalist", "moderator", "subscriptions_desk"])
def test_only_those_who_may_publish_make_and_change_them(client, cast, article, role):
    """D01"""
    correction = make_correction(article, text="As it was.")
    user = getattr(cast, role)
    with pytest.raises(PermissionDenied):
        corrections.publish(Correction(article=article, text="No."), by=user)
    with pytest.raises(PermissionDenied):
        corrections.reword(correction, seen=correction.changed_at, by=user)
    with pytest.raises(PermissionDenied):
        corrections.withdraw(correction, why="No.", by=user)
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    for path in (reverse(ADD), change(correction), reverse("admin:articles_correction_changelist")):
        assert client.get(path).status_code == 403
        assert client.post(path, sent(correction, article=article.pk, step="withdraw", why="x")).status_code == 403
    assert Correction.objects.get().text == "As it was."


def test_journalist_sees_corrections_in_the_form_and_no_way_to_make_one(client, cast, article):
    make_correction(article, text="As it was.")
    client.force_login(cast.journalist, backend="django.contrib.auth.backends.ModelBackend")
    page = client.get(reverse("admin:articles_article_change", args=[article.pk])).text
    assert "As it was." in page
    assert "/admin/articles/correction/" not in page


def test_rewording_keeps_the_former_words_in_the_journal(desk, article):
    correction = make_correction(article, text="Three metres.")
    assert desk.post(change(correction), sent(correction, text="Two metres.")).status_code == 302
    entry = told(article).get()
    assert entry.action == "Correction reworded"
    assert "Three metres." in entry.detail
    assert "Two metres." in entry.detail
    correction.refresh_from_db()
    assert desk.post(change(correction), sent(correction)).status_code == 302
    assert told(article).count() == 1


def test_withdrawing_asks_for_a_reason_and_takes_it_off_the_pages(desk, client, article):
    correction = make_correction(article, text="A mistake of ours.")
    answer = desk.post(change(correction), sent(correction, step="withdraw", text="Changed words."))
    assert "Dites pourquoi ce rectificatif est retiré" in answer.text
    assert "Changed words." in answer.text
    assert not Correction.objects.get().withdrawn_at
    desk.post(change(correction), sent(correction, step="withdraw", why="We were right."))
    for path in (article.get_absolute_url(), reverse("corrections")):
        assert "A mistake of ours." not in client.get(path).text
    assert "We were right." in desk.get(change(correction)).text
    assert "We were right." in told(article).get().detail
    before = Entry.objects.count()
    late = desk.post(change(correction), sent(correction, text="Back again."))
    assert "retiré entre-temps" in late.text
    assert "Back again." in late.text
    assert (Correction.objects.get().text, Entry.objects.count()) == ("A mistake of ours.", before)


def test_it_is_never_deleted(desk, article):
    correction = make_correction(article)
    path = reverse("admin:articles_correction_delete", args=[correction.pk])
    assert desk.post(path, {"post": "yes"}).status_code == 403
    assert Correction.objects.exists()


def test_second_of_two_who_reword_it_is_told_and_loses_nothing(desk, article, cast):
    """D15"""
    correction = make_correction(article, text="First.")
    form = sent(correction, text="Mine.")
    correction.text = "Theirs."
    corrections.reword(correction, seen=correction.changed_at, by=cast.editor)
    answer = desk.post(change(correction), form)
    assert answer.status_code == 200
    assert "Mine." in answer.text
    assert Correction.objects.get().text == "Theirs."
    fresh = re.search(r'name="seen" value="([^"]+)"', answer.text)[1]
    assert desk.post(change(correction), form | {"seen": fresh}).status_code == 302
    assert Correction.objects.get().text == "Mine."


def test_race_that_the_form_did_not_see_is_decided_by_the_row(article, cast):
    correction = make_correction(article)
    seen = correction.changed_at
    corrections.reword(correction, seen=seen, by=cast.editor)
    with pytest.raises(corrections.ChangedMeanwhile):
        corrections.reword(correction, seen=seen, by=cast.editor)
    with pytest.raises(CorrectionError):
        corrections.withdraw(correction, why=" \n", by=cast.editor)


@pytest.mark.parametrize("text", ["", " \n\u200b", "x" * 1001, "!" * 700])
def test_empty_and_long_texts_are_refused_in_words(desk, article, text):
    """French typography makes room before a sign, so that a text may grow."""
    text = text.replace("!", "a !") if "!" in text else text
    answer = desk.post(reverse(ADD), sent(article=article.pk, text=text))
    assert answer.status_code == 200
    assert 'class="errorlist"' in answer.text
    assert not Correction.objects.exists()


@pytest.mark.parametrize("fields", [{"kind": "lie"}, {"text": ""}, {"withdrawal": "x"}, {"withdrawn_at": "now"}])
def test_database_refuses_what_makes_no_sense(article, fields):
    fields = {name: timezone.now() if value == "now" else value for name, value in fields.items()}
    with pytest.raises(IntegrityError), transaction.atomic():
        make_correction(article, **fields)


def test_page_of_corrections_says_that_there_are_none(client, db):
    make_newspaper()
    assert "Aucun rectificatif n’a été publié." in client.get(reverse("corrections")).text


def test_page_of_corrections_leads_through_all_of_them_in_constant_queries(client, django_assert_num_queries):
    """Newspaper, menus, corrections with their articles; from the second page on, whether there are newer ones."""
    make_newspaper()
    made = [make_correction(make_article()) for _ in range(45)]
    address, seen, queries = reverse("corrections"), [], 3
    while address:
        with django_assert_num_queries(queries):
            page = client.get(address).context["page"]
        seen, address, queries = seen + page.items, page.older_url, 4
    assert [one.pk for one in seen] == [one.pk for one in reversed(made)]


def test_footer_that_nobody_made_leads_there(client):
    make_newspaper()
    assert 'href="/corrections/"' in client.get("/").text
