"""Links to share a preview: who makes and revokes them, and when one opens. CASES C01, C05."""

import datetime as dt
import uuid

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from articles import preview_links
from articles.models import Article, Note, PreviewLink, Revision
from articles.preview_links import PreviewError
from journal.models import Entry
from tests.articles.previews import share
from tests.articles.writing import draft, live
from tests.cast import make_staff
from tests.factories import make_author, make_newspaper, make_user
from tests.racing import race

pytestmark = pytest.mark.django_db
FRAGMENT = {"X-Requested-With": "fragment"}


@pytest.fixture
def enter(client, cast):
    make_newspaper()

    def enter(role):
        client.force_login(getattr(cast, role), backend="django.contrib.auth.backends.ModelBackend")
        return client

    return enter


def address(article, name):
    return reverse(f"admin:articles_article_preview_{name}", args=[article.pk])


def found(link):
    return preview_links.find(preview_links.token_of(link))


def serves(link):
    return preview_links.serves(found(link))


@pytest.mark.parametrize("hours", preview_links.LIFETIMES)
def test_link_opens_until_its_last_second(cast, time_machine, hours):
    """C01"""
    begin = dt.datetime(2026, 5, 1, 12, tzinfo=dt.UTC)
    time_machine.move_to(begin, tick=False)
    link = share(by=cast.editor, hours=hours)
    time_machine.move_to(begin + dt.timedelta(hours=hours, seconds=-1), tick=False)
    assert serves(link)
    time_machine.move_to(begin + dt.timedelta(hours=hours), tick=False)
    assert not serves(link)
    assert not PreviewLink.objects.live().exists()


def test_link_lives_a_day_unless_somebody_chose_otherwise(enter, cast, time_machine):
    time_machine.move_to("2026-05-01T12:00:00Z", tick=False)
    article, _revision = draft(by=cast.editor)
    assert (
        'value="24" selected' in enter("editor").get(reverse("admin:articles_article_change", args=[article.pk])).text
    )
    assert preview_links.make(article, by=cast.editor).expires_at == timezone.now() + dt.timedelta(days=1)


def test_token_with_any_one_character_changed_is_nobodys(cast):
    """C01"""
    link = share(by=cast.editor)
    token = preview_links.token_of(link)
    for place, sign in enumerate(token):
        changed = token[:place] + ("A" if sign != "A" else "B") + token[place + 1 :]
        assert preview_links.find(changed) is None, place
    assert preview_links.find(token) == link


def test_token_of_a_link_that_is_gone_or_whose_key_was_given_again_is_nobodys(cast):
    """C01: a token names its link by random bits, and the link its article; it can lead to no other."""
    link = share(by=cast.editor)
    token = preview_links.token_of(link)
    PreviewLink.objects.filter(pk=link.pk).update(nonce="another")
    assert preview_links.find(token) is None
    link.article.delete()
    assert preview_links.find(preview_links.token_of(link)) is None


def test_link_is_dead_at_once_when_it_is_revoked(cast):
    """C05"""
    link, other = share(by=cast.editor), share(by=cast.editor)
    assert serves(link)
    preview_links.revoke(link, by=cast.editor)
    assert not serves(link)
    assert serves(other)
    assert found(link).revoked_by == cast.editor


def test_link_is_dead_at_once_when_its_maker_may_no_longer_see_the_article(cast):
    """C05: the article was somebody else's from then on; the maker left; the maker's rights were taken."""
    signed = make_author(user=cast.pigiste)
    article = live(by=cast.editor, bylines=[{"author": signed.pk, "role": "author"}])
    link = share(by=cast.pigiste, article=article)
    assert serves(link)
    article.bylines.all().delete()
    assert not serves(link)
    own = share(by=cast.pigiste)
    assert serves(own)
    Article.objects.filter(pk=own.article_id).update(created_by=cast.editor)
    assert not serves(own)
    leaves = [
        lambda maker: User.objects.filter(pk=maker.pk).update(is_active=False),
        lambda maker: User.objects.filter(pk=maker.pk).update(is_staff=False),
        lambda maker: maker.groups.clear(),
        lambda maker: maker.delete(),
    ]
    for leave in leaves:
        maker = make_staff("Rédacteur en chef")
        third = share(by=maker)
        assert serves(third)
        leave(maker)
        assert not serves(third)


@pytest.mark.parametrize(
    ("role", "own", "foreign"),
    [
        ("pigiste", True, False),
        ("journalist", True, False),
        ("editor", True, True),
        ("moderator", False, False),
        ("subscriptions_desk", False, False),
        ("subscriber", False, False),
    ],
)
def test_those_who_may_change_the_article_make_links(cast, role, own, foreign):
    person = getattr(cast, role)
    for article, may in ((draft(by=person)[0], own), (draft(by=make_user())[0], foreign)):
        if may:
            preview_links.make(article, by=person)
        else:
            with pytest.raises(PermissionDenied):
                preview_links.make(article, by=person)
    assert PreviewLink.objects.count() == own + foreign


def test_maker_and_those_who_publish_revoke_and_nobody_else(cast):
    article, _revision = draft(by=cast.pigiste)
    link = share(by=cast.pigiste, article=article)
    for role in ("journalist", "moderator", "subscriptions_desk", "subscriber"):
        with pytest.raises(PermissionDenied):
            preview_links.revoke(link, by=getattr(cast, role))
    assert serves(link)
    preview_links.revoke(link, by=cast.editor)
    assert not serves(link)
    own = share(by=cast.pigiste, article=article)
    preview_links.revoke(own, by=cast.pigiste)
    assert not serves(own)


@pytest.mark.parametrize(
    ("role", "status", "made"),
    [("editor", 302, 1), ("pigiste", 404, 0), ("journalist", 403, 0), ("moderator", 404, 0)],
)
def test_forged_requests_for_a_link_make_none(enter, cast, role, status, made):
    """A journalist sees every article and changes their own."""
    article, _revision = draft(by=make_user())
    answer = enter(role).post(address(article, "link"), {"hours": "24", "label": "x"})
    assert (answer.status_code, PreviewLink.objects.count()) == (status, made)
    assert enter(role).get(address(article, "link")).status_code == 405


def test_forged_revocations_change_nothing(enter, cast):
    article, _revision = draft(by=cast.editor)
    link, other = share(by=cast.editor, article=article), share(by=cast.editor)
    for role, status in (("pigiste", 404), ("journalist", 403), ("moderator", 404)):
        assert enter(role).post(address(article, "revoke"), {"link": link.pk}).status_code == status
    for key in (other.pk, "", "x", "0", "9" * 30, "²"):
        assert enter("editor").post(address(article, "revoke"), {"link": key}).status_code == 404
    assert PreviewLink.objects.live().count() == 2
    assert enter("editor").post(address(article, "revoke"), {"link": link.pk}).status_code == 302
    assert list(PreviewLink.objects.live()) == [other]


@pytest.mark.parametrize("sent", [{"hours": "9999"}, {"hours": ""}, {"hours": "24", "label": "x" * 81}])
def test_link_of_any_other_length_or_label_is_refused_in_words(enter, cast, sent):
    article, _revision = draft(by=cast.editor)
    client = enter("editor")
    fragment = client.post(address(article, "link"), sent, headers=FRAGMENT)
    assert fragment.status_code == 422
    assert 'role="alert"' in fragment.text
    page = client.post(address(article, "link"), sent, follow=True)
    assert 'class="preview-said is-error"' in page.text
    assert not PreviewLink.objects.exists()


def test_script_gets_the_card_anew_and_a_browser_without_one_the_page_that_has_it(enter, cast):
    article, _revision = draft(by=cast.editor)
    client = enter("editor")
    fragment = client.post(address(article, "link"), {"hours": "1", "label": "Me Traoré"}, headers=FRAGMENT)
    assert "<html" not in fragment.text
    assert preview_links.address_of(PreviewLink.objects.get())[:40] in fragment.text
    assert "Me Traoré" in fragment.text
    page = client.post(address(article, "link"), {"hours": "1"}, follow=True)
    assert page.redirect_chain[-1][0] == f"/admin/articles/article/{article.pk}/preview/#preview-links"
    assert "Le lien est créé" in page.text
    page = client.post(address(article, "revoke"), {"link": PreviewLink.objects.last().pk}, follow=True)
    assert "Le lien est révoqué" in page.text


def test_card_tells_who_made_it_until_when_and_how_often_it_was_opened(enter, cast):
    article, _revision = draft(by=cast.editor)
    link = share(by=cast.editor, article=article, label="Me Traoré")
    form = reverse("admin:articles_article_change", args=[article.pk])
    client = enter("editor")
    assert "Pas encore ouvert" in client.get(form).text
    for _ in range(3):
        preview_links.note_opening(link)
    text = client.get(form).text.replace("\u00a0", " ")
    assert "Créé par Ibrahim Rédacteur. Fin : demain à" in text
    assert "Ouvert 3 fois, la dernière aujourd’hui à" in text


def test_card_lists_live_links_only_and_addresses_only_to_those_who_may_make_them(enter, cast):
    article, _revision = draft(by=cast.pigiste)
    link = share(by=cast.pigiste, article=article, label="Label of mine")
    gone = share(by=cast.pigiste, article=article, label="Label gone")
    preview_links.revoke(gone, by=cast.pigiste)
    form = reverse("admin:articles_article_change", args=[article.pk])
    start = preview_links.address_of(link)[:50]
    text = enter("pigiste").get(form).text
    assert "Label of mine" in text
    assert start in text
    assert "Label gone" not in text
    text = enter("journalist").get(form).text
    assert reverse("admin:articles_article_preview", args=[article.pk]) in text
    assert start not in text
    assert "formaction" not in text


def test_making_and_revoking_stand_in_the_journal_once(cast):
    link = share(by=cast.editor, label="Me Traoré")
    for _ in range(3):
        preview_links.revoke(link, by=cast.editor)
    rows = Entry.objects.about(link.article).filter(action__startswith="Preview link").values_list("action", "detail")
    assert list(rows) == [("Preview link revoked", "Me Traoré"), ("Preview link made", "Me Traoré")]


def test_controls_of_the_card_are_not_those_of_the_article(enter, cast):
    """Its controls are not the article's: a save of the article sends none of them."""
    article, _revision = draft(by=cast.editor)
    share(by=cast.editor, article=article)
    text = enter("editor").get(reverse("admin:articles_article_change", args=[article.pk])).text
    card = text.split("data-preview-links")[1].split('data-remember="article-step"')[0]
    controls = [part.split(">")[0] for kind in ("<input", "<select", "<button") for part in card.split(kind)[1:]]
    named = [control for control in controls if " name=" in control]
    assert len(named) >= 3
    assert all('form="preview-links-form"' in control for control in named)


def remark(link, text="A remark.", **fields):
    values = {"guest": "Awa", "text": text, "kind": "remark", "key": uuid.uuid4(), **fields}
    return preview_links.leave_remark(link, **values)


def test_same_form_sent_twice_is_one_note_and_other_words_are_another(cast):
    link, key = share(by=cast.editor), uuid.uuid4()
    notes = [remark(link, "One.", key=key), remark(link, "One.", key=key), remark(link, "Two.", key=key)]
    assert notes[0] == notes[1] != notes[2]
    assert remark(share(by=cast.editor), "One.", key=key) not in notes
    assert Note.objects.count() == 3


def test_link_brings_twenty_remarks_and_no_more(cast):
    link = share(by=cast.editor)
    notes = [remark(link, f"Remark {n}.", key=uuid.UUID(int=n)) for n in range(20)]
    with pytest.raises(PreviewError, match="20"):
        remark(link, "One more.")
    assert remark(link, "Remark 7.", key=uuid.UUID(int=7)) == notes[7]
    assert remark(share(by=cast.editor, article=link.article), "By another link.")


@pytest.mark.django_db(transaction=True)
def test_of_six_double_taps_at_once_one_note_is_made(cast):
    link, key = share(by=cast.editor), uuid.uuid4()
    notes = race([lambda: remark(link, key=key)] * 6)
    assert {note.pk for note in notes} == {Note.objects.get().pk}, notes


def test_links_and_remarks_are_no_working_copies(cast):
    link = share(by=cast.editor)
    remark(link)
    assert Revision.objects.count() == 1
