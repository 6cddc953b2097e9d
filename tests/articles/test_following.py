"""Who has an article in hand, until when, and its flags: verbs, rights, mails, journal."""

import datetime as dt

import pytest
from django.contrib.auth.models import Permission
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from articles import colleagues, following, rights, workflow
from articles.models import Article, Flag, RaisedFlag
from journal.models import Entry
from tests.articles.writing import draft, live, rewrite
from tests.factories import make_author, make_user

pytestmark = pytest.mark.django_db
HOUR = dt.timedelta(hours=1)
OTHERS = ["pigiste", "journalist", "moderator", "subscriptions_desk", "reader"]


def blocking():
    return Flag.objects.get(name="À relire par le service juridique")


def warning():
    return Flag.objects.get(name="Photo manquante")


def actions(article):
    return list(Entry.objects.about(article).values_list("action", "detail"))[::-1]


def test_newsroom_begins_with_the_two_flags_that_it_wants():
    assert list(Flag.objects.values_list("name", "blocks")) == [
        ("À relire par le service juridique", True),
        ("Photo manquante", False),
    ]


def test_assigned_person_gets_one_mail_with_a_link_and_nothing_of_the_article(cast, mailoutbox):
    article, _revision = draft(by=cast.editor, headline="Secretcanary", body="<p>Secretcanary</p>")
    following.assign([article], cast.pigiste, by=cast.editor)
    following.assign([article], cast.pigiste, by=cast.editor)
    (mail,) = mailoutbox
    assert mail.to == [cast.pigiste.email]
    assert f"/admin/articles/article/{article.pk}/change/" in mail.body
    assert "Secretcanary" not in mail.message().as_string() + mail.body
    assert actions(article) == [("Assigned", cast.pigiste.name)]


@pytest.mark.parametrize(("language", "words"), [("", "vous est assigné"), ("en", "is assigned to you")])
def test_mail_speaks_the_language_of_the_person(cast, mailoutbox, language, words):
    cast.pigiste.language = language
    cast.pigiste.save()
    article, _revision = draft(by=cast.editor)
    following.assign([article], cast.pigiste, by=cast.editor)
    assert words in mailoutbox[0].subject


def test_several_articles_are_one_mail(cast, mailoutbox):
    articles = [draft(by=cast.editor)[0] for _ in range(3)]
    assert following.assign(articles, cast.journalist, by=cast.editor) == articles
    (mail,) = mailoutbox
    assert all(f"/article/{article.pk}/change/" in mail.body for article in articles)


def test_whoever_takes_an_article_themselves_gets_no_mail(cast, mailoutbox):
    article, _revision = draft(by=cast.editor)
    following.assign([article], cast.editor, by=cast.editor)
    assert not mailoutbox


def test_assignment_opens_the_article_as_long_as_it_lasts(cast):
    article, _revision = draft(by=cast.editor)
    assert not rights.may_see(cast.pigiste, article)
    following.assign([article], cast.pigiste, by=cast.editor)
    assert rights.may_edit(cast.pigiste, article)
    assert article in Article.objects.on_desk_of(cast.pigiste)
    following.assign([article], None, by=cast.editor)
    assert not rights.may_see(cast.pigiste, article)


def test_whoever_would_lose_the_article_does_not_hand_it_on(cast):
    article, _revision = draft(by=cast.editor)
    following.assign([article], cast.pigiste, by=cast.editor)
    with pytest.raises(following.FollowingError):
        following.assign([article], None, by=cast.pigiste)
    article.refresh_from_db()
    assert article.assignee == cast.pigiste
    own, _revision = draft(by=cast.pigiste)
    following.assign([own], cast.pigiste, by=cast.pigiste)
    assert following.assign([own], cast.journalist, by=cast.pigiste) == [own]


@pytest.mark.parametrize("role", OTHERS)
def test_nobody_follows_an_article_that_they_may_not_change(cast, role):
    article, _revision = draft(by=cast.editor)
    person = getattr(cast, role)
    for verb in (
        lambda: following.assign([article], person, by=person),
        lambda: following.set_due(article, timezone.now(), by=person),
        lambda: following.set_priority(article, "urgent", by=person),
        lambda: following.raise_flag(article, warning(), by=person),
        lambda: following.clear_flag(article, warning(), by=person),
    ):
        with pytest.raises(PermissionDenied):
            verb()
    row = Article.objects.get()
    assert (row.assignee, row.due_at, row.priority, row.raised_flags.count()) == (None, None, "normal", 0)
    assert not Entry.objects.exists()


def test_flag_is_raised_once_and_both_are_in_the_journal(cast):
    article, _revision = draft(by=cast.pigiste)
    assert following.raise_flag(article, warning(), by=cast.pigiste, note="No portrait")
    assert not following.raise_flag(article, warning(), by=cast.editor)
    assert RaisedFlag.objects.get().note == "No portrait"
    assert following.clear_flag(article, warning(), by=cast.pigiste)
    assert not following.clear_flag(article, warning(), by=cast.pigiste)
    assert actions(article) == [("Flag raised", "Photo manquante"), ("Flag cleared", "Photo manquante")]


def test_flag_that_blocks_is_cleared_by_editors_and_those_who_have_the_right(cast):
    article, _revision = draft(by=cast.journalist)
    following.raise_flag(article, blocking(), by=cast.journalist)
    with pytest.raises(PermissionDenied):
        following.clear_flag(article, blocking(), by=cast.journalist)
    assert following.clear_flag(article, blocking(), by=cast.editor)
    following.raise_flag(article, blocking(), by=cast.journalist)
    lawyer = make_user(is_staff=True)
    lawyer.user_permissions.set(_permissions("clear_flag", "change_article", "change_any_article", "view_article"))
    assert following.clear_flag(article, blocking(), by=lawyer)


def _permissions(*names):
    return Permission.objects.filter(content_type__app_label="articles", codename__in=names)


def test_publication_ends_what_the_desk_asked_for_and_keeps_flags_that_warn(cast):
    article = live(by=cast.editor)
    following.assign([article], cast.journalist, by=cast.editor)
    following.set_due(article, timezone.now() + HOUR, by=cast.editor)
    following.set_priority(article, "urgent", by=cast.editor)
    following.raise_flag(article, warning(), by=cast.editor)
    article = Article.objects.get(pk=article.pk)
    workflow.publish(article, rewrite(article, by=cast.editor, headline="New"), workflow.Instants(), by=cast.editor)
    assert (article.assignee, article.due_at, article.priority) == (None, None, "normal")
    assert article.raised_flags.count() == 1


def test_following_is_in_no_revision(cast):
    article, revision = draft(by=cast.editor)
    following.set_priority(article, "high", by=cast.editor)
    assert not {"assignee", "due_at", "priority", "changes_to_review"} & set(revision.content)
    assert article.revisions.count() == 1


def test_those_who_may_see_are_those_of_whom_the_right_is_true(cast):
    author = make_author(user=cast.moderator)
    article, _revision = draft(by=cast.pigiste)
    article.bylines.create(author=author)
    people = [cast.pigiste, cast.journalist, cast.editor, cast.moderator, cast.subscriber, make_user(is_staff=True)]
    people += [make_user(is_staff=True, is_superuser=True), make_user(is_superuser=True)]
    gone = make_user(is_staff=True, is_superuser=True, is_active=False)
    found = set(colleagues.who_may_see(article))
    assert found == {person for person in people if rights.may_see(person, article)}
    assert gone not in found
    assert {cast.pigiste, cast.editor} <= found


def test_articles_are_assigned_to_those_who_may_write(cast):
    people = [cast.pigiste, cast.journalist, cast.editor, cast.moderator, cast.subscriptions_desk, cast.reader]
    assert set(colleagues.who_may_write()) == {person for person in people if rights.may_write(person)}
    assert cast.moderator in colleagues.who_may_write(besides=cast.moderator.pk)
