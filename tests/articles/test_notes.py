"""Notes on an article, and who is told of them."""

import pytest
from django.core.exceptions import PermissionDenied

from articles import colleagues, notes
from articles.models import Mention, Note
from tests.articles.writing import draft
from tests.factories import make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def article(cast):
    return draft(by=cast.pigiste, headline="Secretcanary")[0]


def told(article):
    return set(Mention.objects.filter(note__article=article).values_list("user__email", flat=True))


@pytest.mark.parametrize(
    "text", ["@Ibrahim Rédacteur ?", "Voir @ibrahim redacteur, vite", "ask @Ibrahim.", "(@IBRAHIM)"]
)
def test_mentioned_colleague_is_told_by_one_mail_without_the_text(cast, article, mailoutbox, text):
    editor = cast.editor
    _note, unknown = notes.write(article, text, by=cast.pigiste)
    assert (told(article), unknown) == ({editor.email}, [])
    (mail,) = mailoutbox
    assert mail.to == [editor.email]
    assert "Secretcanary" not in mail.body + mail.subject
    assert f"/article/{article.pk}/change/#notes" in mail.body


def test_only_those_who_may_see_the_article_are_mentioned_and_the_others_are_said(cast, article, mailoutbox):
    text = f"@{cast.moderator.name} and @{cast.reader.name} and @Nobody"
    _note, unknown = notes.write(article, text, by=cast.pigiste)
    assert unknown == ["Kadia", "Awa", "Nobody"]
    assert not Mention.objects.exists()
    assert not mailoutbox


def test_address_in_a_note_mentions_nobody(cast, article):
    _note, unknown = notes.write(article, f"write to {cast.editor.email} or a@Ibrahim", by=cast.pigiste)
    assert (unknown, told(article)) == ([], set())


def test_longer_name_goes_before_a_shorter_one_that_begins_it(cast, article):
    short, long = (
        make_user(is_staff=True, is_superuser=True, name=name) for name in ("Awa Traoré", "Awa Traoré-Diop")
    )
    found, _unknown = colleagues.named_in("@Awa Traoré-Diop", [short, long])
    assert found == [long]
    assert colleagues.named_in("@Awa Traoré, @Awa", [short, long]) == ([short], ["Awa"])


def test_one_does_not_mention_oneself_and_nobody_twice_in_a_note(cast, article):
    notes.write(article, f"@{cast.pigiste.name} @{cast.editor.name} @Ibrahim", by=cast.pigiste)
    assert Mention.objects.count() == 1


def test_note_sent_twice_is_one_note_and_one_mail(cast, article, mailoutbox):
    for _ in range(2):
        notes.write(article, f"@{cast.editor.name} look", by=cast.pigiste)
    assert (Note.objects.count(), len(mailoutbox)) == (1, 1)


@pytest.mark.parametrize("role", ["moderator", "subscriptions_desk", "reader"])
def test_whoever_may_not_see_the_article_writes_no_note(cast, article, role):
    with pytest.raises(PermissionDenied):
        notes.write(article, "x", by=getattr(cast, role))
    assert not Note.objects.exists()


def test_answering_takes_the_own_mentions_as_read(cast, article):
    notes.write(article, f"@{cast.editor.name} ?", by=cast.pigiste)
    notes.write(article, "Yes.", by=cast.journalist)
    assert Mention.objects.unread_by(cast.editor).count() == 1
    notes.write(article, "No.", by=cast.editor)
    assert Mention.objects.unread_by(cast.editor).count() == 0
