"""The first edition fills an empty database, and only that; its texts are French as a newspaper sets it."""

import io
import re

import pytest
from allauth.account.models import EmailAddress
from django.apps import apps
from django.contrib.auth.password_validation import validate_password
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.utils import timezone

from accounts.models import User
from articles.models import Article, Newspaper, Section, Tag
from articles.teasers import teaser
from comments.models import Comment
from newsroom.first_edition import gallery, loading
from newsroom.first_edition.accounts import ACCOUNTS, PASSWORD, PEOPLE, existing_accounts
from newsroom.first_edition.conversation import CONTRIBUTIONS
from newsroom.first_edition.drawings import canvas
from newsroom.first_edition.texts import DRAFT, PUBLISHED, SCHEDULED, TO_REVIEW
from pictures.models import Picture
from subscriptions.access import is_subscriber
from subscriptions.models import Plan
from tests.factories import make_article, make_user
from web.html import clean, text_of
from web.typography import french

ALL = [*PUBLISHED, SCHEDULED, TO_REVIEW, DRAFT]


@pytest.fixture(autouse=True)
def small_pictures(monkeypatch):
    """The same drawings, small: the tests are not about pixels."""
    for key, drawing in gallery.DRAWINGS.items():

        def draw_small(draw=drawing.draw):
            return draw(160)

        monkeypatch.setitem(gallery.DRAWINGS, key, drawing._replace(draw=draw_small))


def load(*arguments):
    """What the command says."""
    out = io.StringIO()
    call_command("load_first_edition", *arguments, stdout=out)
    return out.getvalue()


def counts():
    return {model: model.objects.count() for model in apps.get_models() if model._meta.app_label != "django_tasks_db"}


@pytest.fixture
def edition(db, settings):
    settings.DEMO = True
    load()


def user(key):
    return User.objects.get(email=f"{key}@example.org")


@pytest.mark.usefixtures("edition")
def test_first_edition_has_every_kind_of_article():
    assert Newspaper.current().place == "Bamako"
    assert Section.objects.top().count() == 6
    assert Tag.objects.count() >= 12
    assert Article.objects.published().count() == len(PUBLISHED) >= 14
    labels = list(Article.objects.exclude(pk__in=Article.objects.published()).values_list("status", flat=True))
    assert sorted(labels) == ["approved", "draft", "to_review"]
    assert Article.objects.published().filter(access=Article.Access.SUBSCRIBERS).count() == 1
    assert Article.objects.published().filter(comments_open=False).count() == 1
    assert list(Plan.objects.values_list("price", flat=True)) == [100, 500, 2500, 25000]


@pytest.mark.usefixtures("edition")
def test_every_page_of_the_first_edition_answers(client):
    """E01"""
    addresses = ["/", *(section.get_absolute_url() for section in Section.objects.all())]
    addresses += [article.get_absolute_url() for article in Article.objects.published()]
    assert {address: client.get(address).status_code for address in addresses} == dict.fromkeys(addresses, 200)


@pytest.mark.usefixtures("edition")
def test_no_teaser_is_empty():
    """E07"""
    teasers = [teaser(article) for article in Article.objects.published()]
    assert all(len(text) > 60 for text in teasers)


@pytest.mark.usefixtures("edition")
def test_the_newest_is_fresh_and_the_oldest_two_weeks_old_at_most():
    ages = sorted(timezone.now() - article.published_at for article in Article.objects.published())
    assert 3600 <= ages[0].total_seconds() <= 7200
    assert ages[-1].days <= 13
    assert len({age.days for age in ages}) >= 8


@pytest.mark.usefixtures("edition")
def test_scheduled_article_appears_tomorrow_at_six():
    zone = timezone.get_default_timezone()
    at = Article.objects.get(status="approved", published_at__gt=timezone.now()).published_at.astimezone(zone)
    assert (at.date() - timezone.localdate(timezone=zone)).days == 1
    assert f"{at:%H:%M}" == "06:00"


@pytest.mark.usefixtures("edition")
def test_boxes_and_pictures_in_bodies_are_there_for_readers(client):
    flood = Article.objects.published().get(headline__startswith="Crue du Niger")
    race = Article.objects.published().get(headline__startswith="Course des deux rives")
    minibus = Article.objects.published().get(headline__startswith="Minibus")
    assert f'href="{minibus.get_absolute_url()}"' in client.get(flood.get_absolute_url()).content.decode()
    assert flood.picture.key in client.get(race.get_absolute_url()).content.decode()
    assert race.picture is None


@pytest.mark.usefixtures("edition")
def test_every_account_signs_in_at_once(client):
    """H01"""
    assert existing_accounts() == list(ACCOUNTS)
    for _role, email in ACCOUNTS:
        assert EmailAddress.objects.get(email=email).verified
        assert client.login(email=email, password=PASSWORD)
    assert {person.group for person in PEOPLE if person.group} == set(
        User.objects.filter(is_staff=True, is_superuser=False).values_list("groups__name", flat=True)
    )


@pytest.mark.usefixtures("edition")
def test_accounts_are_what_their_roles_say():
    assert is_subscriber(user("abonne"))
    assert not is_subscriber(user("ancien"))
    assert user("ancien").subscriptions.exists()
    assert not user("lecteur").subscriptions.exists()
    assert user("admin").is_superuser
    assert user("journaliste").author.bylines.exists()
    assert user("pigiste").author.bylines.exists()
    assert not user("usager").has_usable_password()


def test_password_passes_the_validators():
    for person in PEOPLE:
        validate_password(PASSWORD, User(email=person.email, name=person.name))


@pytest.mark.usefixtures("edition")
def test_subscribers_talk_under_one_article(client):
    heads = Comment.objects.threads()
    assert Comment.objects.count() == len(CONTRIBUTIONS) == 5
    assert any(head.visible_replies for head in heads)
    assert all(comment.article.published_at < comment.posted_at < timezone.now() for comment in heads)
    client.force_login(user("abonne"))
    room = client.get(f"{heads[0].article.get_absolute_url()}contributions/")
    assert heads[0].text.split("\u00a0")[0] in room.content.decode()


@pytest.mark.usefixtures("edition")
def test_every_picture_has_words_and_all_renditions():
    assert Picture.objects.count() == 6
    for picture in Picture.objects.all():
        assert picture.alt
        assert picture.caption
        assert picture.credit == "Illustration Newsroom"
        assert set(picture.renditions) == {"jpeg", "webp", "avif", "social"}
        assert all(default_storage.exists(one["name"]) for kind in picture.renditions.values() for one in kind)


@pytest.mark.parametrize("draw", [drawing.draw for drawing in gallery.DRAWINGS.values()])
def test_drawings_come_in_their_full_size(draw):
    assert draw().finish().size == (1600, 1067) == (canvas.WIDTH, canvas.HEIGHT)


def test_second_run_changes_nothing(edition):
    before = counts()
    said = load()
    assert counts() == before
    assert len(said.splitlines()) == 1


@pytest.mark.django_db
@pytest.mark.parametrize("make", [make_user, make_article])
def test_existing_data_is_left_alone(settings, make):
    settings.DEMO = True
    make()
    before = counts()
    assert len(load().splitlines()) == 1
    assert counts() == before


@pytest.mark.django_db
def test_first_edition_is_refused_outside_debug():
    before = counts()
    with pytest.raises(CommandError, match="DEMO"):
        load()
    assert counts() == before


@pytest.mark.django_db
def test_force_loads_it_outside_debug():
    load("--force")
    assert Article.objects.published().exists()


@pytest.mark.django_db
def test_run_that_was_cut_off_is_finished_by_the_next(settings, monkeypatch):
    settings.DEMO = True

    def cut_off(*_arguments):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(loading.conversation, "post_contributions", cut_off)
        with pytest.raises(KeyboardInterrupt):
            load()
    assert not User.objects.exists()
    assert not Article.objects.exists()
    load()
    assert Article.objects.published().count() == len(PUBLISHED)
    assert Picture.objects.count() == len(gallery.DRAWINGS)


@pytest.mark.parametrize("text", ALL, ids=lambda text: text.key)
def test_texts_are_set_as_french(text):
    """A09"""
    plain = [text.kicker, text.headline, text.standfirst, text.picture_caption, *text_of(text.html).split("\n")]
    assert [french(line) for line in plain] == plain
    assert not re.search(r"""['"]| [;:!?»%]|« |\.\.\.|  |\d \d""", "\n".join(plain))
    assert len(text.headline) <= 110


def test_words_outside_of_articles_are_set_as_french():
    words = [word for drawing in gallery.DRAWINGS.values() for word in (drawing.alt, drawing.caption)]
    words += [contribution[-1] for contribution in CONTRIBUTIONS]
    assert [french(line) for line in words] == words
    assert not re.search(r"""['"]| [;:!?»%]|« |  |\d \d""", "\n".join(words))


@pytest.mark.parametrize("text", ALL, ids=lambda text: text.key)
def test_bodies_are_as_the_editor_would_save_them(text):
    numbered = re.sub(r"\{[^}]*\}", "7", text.html)
    assert clean("article", numbered) == numbered


def test_texts_show_what_an_article_can_have():
    html = "".join(text.html for text in PUBLISHED)
    for tag in ("<h2>", "<ul>", "<ol>", "<blockquote>", "<cite>", "<aside data-article=", "<figure data-picture="):
        assert tag in html
    assert all(4 <= text.html.count("<p>") <= 30 for text in PUBLISHED if text.standfirst)
