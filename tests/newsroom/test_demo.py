"""The demo edition fills an empty database, and only that; its texts are French as a newspaper sets it."""

import io
import re

import pytest
from allauth.account.models import EmailAddress
from django.apps import apps
from django.contrib.auth.password_validation import validate_password
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.db import transaction
from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from articles import working_copy
from articles.front_page import compose
from articles.menus import menus
from articles.models import (
    Article,
    Correction,
    FrontPageSlot,
    Newspaper,
    Page,
    RelatedArticle,
    ReplyRequest,
    Section,
    Tag,
    TaggedArticle,
)
from articles.teasers import teaser
from authors.models import Author
from comments.models import Appreciation, Comment, Notice
from newsroom.demo import gallery, loading
from newsroom.demo.accounts import ACCOUNTS, PASSWORD, PEOPLE, existing_accounts
from newsroom.demo.conversation import CONTRIBUTIONS
from newsroom.demo.drawings import canvas
from newsroom.demo.front import SLOTS
from newsroom.demo.newspaper import AUTHORS
from newsroom.demo.register import ANSWERED_REQUEST, CORRECTION, OPEN_REQUEST
from newsroom.demo.texts import CHANGED, DOSSIERS, DRAFTS, PUBLISHED, SCHEDULED, TO_REVIEW, WITHDRAWN
from pictures import renditions
from pictures.models import Picture
from subscriptions import seats
from subscriptions.access import is_subscriber
from subscriptions.models import Institution, Plan, Seat, Subscription
from tests.factories import make_article, make_user
from web.html import clean, text_of
from web.typography import french

LEAST_PICTURES = 24
ALL = [*PUBLISHED, *SCHEDULED, TO_REVIEW, *DRAFTS, WITHDRAWN, CHANGED]
SAID = [said for contributions in CONTRIBUTIONS.values() for said in contributions]
BOX = re.compile(r"data-article=\"\{articles\[(\w+)\]\}\"")
FIGURE = re.compile(r"data-picture=\"\{pictures\[([\w-]+)\]\}\"")


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
    call_command("load_demo", *arguments, stdout=out)
    return out.getvalue()


def counts():
    return {model: model.objects.count() for model in apps.get_models() if model._meta.app_label != "django_tasks_db"}


@pytest.fixture
def edition(db, settings):
    settings.DEMO = True
    load()


def user(key):
    return User.objects.get(email=f"{key}@example.org")


def words(text):
    return len(text_of(re.sub(r"\{[^}]*\}", "7", text.html)).split())


def of_kind(*kickers):
    return [text for text in PUBLISHED if text.kicker in kickers]


@pytest.mark.usefixtures("edition")
def test_demo_edition_has_every_state_of_an_article():
    assert Newspaper.current().place == "Bamako"
    assert Section.objects.top().count() == 6
    assert Article.objects.published().count() == len(PUBLISHED) >= 40
    hidden = Article.objects.exclude(pk__in=Article.objects.published()).values_list("status", flat=True)
    assert sorted(hidden) == ["approved", "approved", "draft", "draft", "to_review", "withdrawn"]
    assert Article.objects.published().filter(access=Article.Access.SUBSCRIBERS).count() >= 4
    assert Article.objects.published().filter(comments_open=False).count() == 2
    francs = Plan.objects.filter(prices__zone__currency="XOF").values_list("prices__amount", flat=True)
    assert list(francs.filter(is_for_institutions=False)) == [100, 500, 2500, 25000]
    assert list(francs.filter(is_for_institutions=True)) == [1500]


@pytest.mark.usefixtures("edition")
def test_a_library_has_seats_of_which_some_are_taken(client):
    library = Institution.objects.get()
    assert seats.holds(library)
    taken = [seat.user for seat in seats.taken_seats(library)]
    assert len(taken) < library.seats_bought
    assert sorted(map(bool, taken)) == [False, True, True]
    client.force_login(library.managers.get())
    assert "lectrice.assidue@example.org" in client.get(reverse("institution", args=[library.pk])).text


def test_texts_are_of_many_kinds():
    briefs, interviews = of_kind("En bref"), of_kind("Entretien")
    assert len(briefs) >= 8
    assert all(55 <= words(text) <= 120 for text in briefs)
    assert len([text for text in PUBLISHED if words(text) >= 900]) >= 4
    assert len(interviews) >= 3
    assert all(text.html.count("<p><strong>") >= 5 for text in interviews)
    assert len(of_kind("Éditorial", "Tribune", "Chronique")) >= 3
    assert all(text.html.count("<h3>") >= 6 for text in of_kind("Direct"))
    assert len(of_kind("Direct")) == 2
    assert all("<ol>" in text.html for text in of_kind("Mode d’emploi"))
    assert of_kind("Lettre de Dakar")[0].section == "international"


@pytest.mark.usefixtures("edition")
def test_every_tag_leads_to_two_articles_at_least():
    live = Article.objects.published()
    tags = Tag.objects.annotate(uses=Count("tagged", filter=Q(tagged__content_object__in=live)))
    assert len(tags) >= 25
    assert [tag.name for tag in tags if tag.uses < 2] == []


@pytest.mark.usefixtures("edition")
def test_every_section_and_author_has_articles():
    live = Article.objects.published()
    assert set(live.values_list("section", flat=True)) == set(Section.objects.values_list("pk", flat=True))
    assert len(AUTHORS) >= 8
    for author in Author.objects.all():
        assert author.bio
        assert live.filter(bylines__author=author).exists()


def test_texts_lead_only_to_older_ones_and_to_pictures_that_there_are():
    older = set()
    for text in [*PUBLISHED, *SCHEDULED, TO_REVIEW, *DRAFTS, WITHDRAWN]:
        assert {*text.related, *BOX.findall(text.body)} <= older, text.key
        assert {*FIGURE.findall(text.body), *filter(None, [text.picture])} <= set(gallery.DRAWINGS), text.key
        older.add(text.key)
    assert len(older) == len(ALL) - 1


@pytest.mark.parametrize("tag", DOSSIERS)
def test_articles_of_a_dossier_are_tied(tag):
    """By the tag, a box in the text and Lire aussi; each leads to an older one, but for the first."""
    texts = [text for text in PUBLISHED if tag in text.tags]
    keys = {text.key for text in texts}
    assert 4 <= len(texts) <= 6
    for text in texts[1:]:
        assert keys & set(BOX.findall(text.body)), text.key
        assert keys & set(text.related), text.key


def test_no_two_articles_open_with_the_same_picture():
    pictures = [text.picture for text in (*PUBLISHED, *SCHEDULED) if text.picture]
    assert len(set(pictures)) == len(pictures)


def test_pictures_illustrate_many_articles():
    assert len([text for text in PUBLISHED if text.picture]) >= LEAST_PICTURES
    assert len([text for text in PUBLISHED if FIGURE.findall(text.body)]) >= 3


@pytest.mark.usefixtures("edition")
def test_working_copy_over_a_live_article_says_something_else():
    article = Article.objects.published().get(headline__startswith="Au marché de Tomboulou")
    content, revision = working_copy.open_copy(article)
    assert revision.applied_at is None
    assert content["headline"] != article.headline
    assert content["body"] != article.body
    assert "Bakary" not in article.body


@pytest.mark.usefixtures("edition")
def test_withdrawn_article_is_gone(client):
    article = Article.objects.get(status="withdrawn")
    assert client.get(article.get_absolute_url()).status_code == 410


@pytest.mark.usefixtures("edition")
def test_front_page_is_laid_out_by_hand():
    page = compose()
    assert page.lead.is_by_hand
    assert page.lead.article.picture
    assert page.lead.headline != page.lead.article.title
    assert len(page.secondary) == 4
    assert len(page.featured) >= 3
    assert len(page.blocks) >= 5


@pytest.mark.usefixtures("edition")
def test_pages_and_menus_are_there(client):
    footer = [link.url for link in menus()["footer"]]
    assert footer[5:] == ["/corrections/"]
    assert all(client.get(address).status_code == 200 for address in footer)
    assert len(menus()["header"]) == 7


@pytest.mark.usefixtures("edition")
def test_every_page_of_the_demo_edition_answers(client):
    """E01"""
    listed = [*Section.objects.all(), *Tag.objects.all(), *Author.objects.all()]
    addresses = ["/", *(one.get_absolute_url() for one in listed)]
    addresses += [article.get_absolute_url() for article in Article.objects.published()]
    assert {address: client.get(address).status_code for address in addresses} == dict.fromkeys(addresses, 200)


@pytest.mark.usefixtures("edition")
def test_no_teaser_is_empty():
    """E07"""
    teasers = [teaser(article) for article in Article.objects.published()]
    assert all(len(text) > 60 for text in teasers)


@pytest.mark.usefixtures("edition")
def test_the_newest_is_fresh_and_most_are_of_the_last_five_days():
    ages = sorted(timezone.now() - article.published_at for article in Article.objects.published())
    assert 1800 <= ages[0].total_seconds() <= 3600
    assert ages[-1].days <= 12
    assert len({age.days for age in ages}) >= 10
    assert len([age for age in ages if age.days < 5]) >= len(ages) / 2
    assert len([age for age in ages if age.total_seconds() < 6 * 3600]) >= 5


@pytest.mark.usefixtures("edition")
def test_scheduled_articles_appear_tomorrow_at_six_and_in_three_days():
    zone = timezone.get_default_timezone()
    coming = Article.objects.filter(status="approved", published_at__gt=timezone.now()).order_by("published_at")
    instants = [article.published_at.astimezone(zone) for article in coming]
    assert [(at.date() - timezone.localdate(timezone=zone)).days for at in instants] == [1, 3]
    assert f"{instants[0]:%H:%M}" == "06:00"


@pytest.mark.usefixtures("edition")
def test_boxes_and_pictures_in_bodies_are_there_for_readers(client):
    flood = Article.objects.published().get(headline__startswith="Crue du Niger")
    race = Article.objects.published().get(headline__startswith="Course des deux rives")
    minibus = Article.objects.published().get(headline__startswith="Minibus")
    assert f'href="{minibus.get_absolute_url()}"' in client.get(flood.get_absolute_url()).content.decode()
    assert flood.picture.key in client.get(race.get_absolute_url()).content.decode()


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
def test_subscribers_talk_under_some_articles(client):
    comments = Comment.objects.select_related("article", "reply_to")
    assert len(comments) == len(SAID) >= 25
    assert len({comment.article for comment in comments}) >= 6
    assert len([comment for comment in comments if comment.reply_to]) >= 8
    assert all(comment.article.published_at < comment.posted_at < timezone.now() for comment in comments)
    assert all(comment.reply_to.posted_at < comment.posted_at for comment in comments if comment.reply_to)
    client.force_login(user("abonne"))
    heads = Comment.objects.visible().filter(reply_to=None)
    room = client.get(f"{heads[0].article.get_absolute_url()}contributions/")
    assert heads[0].text.split("\u00a0")[0] in room.content.decode()


@pytest.mark.usefixtures("edition")
def test_moderators_find_what_they_decided_and_what_waits_for_them():
    assert texts(state="rejected") == {said.text for said in SAID if said.refused}
    assert Comment.objects.filter(state="rejected").exclude(decisions__reason="").count() == 2
    held = Comment.objects.filter(state="held").values_list("held_for", "held_word")
    assert sorted(held) == [("link", ""), ("word", "escrocs")]
    assert texts(featured_at__isnull=False) == {said.text for said in SAID if said.featured}
    assert texts(reports__isnull=False, state="visible") == {said.text for said in SAID if said.reported}
    assert Appreciation.objects.count() == sum(len(said.liked) for said in SAID) > 10
    assert not Notice.objects.filter(sent_at=None).exists()


def texts(**fields):
    return set(Comment.objects.filter(**fields).values_list("text", flat=True))


@pytest.mark.usefixtures("edition")
def test_contributors_subscribed_when_they_wrote():
    for comment in Comment.objects.select_related("author"):
        assert comment.author.subscriptions.active(comment.posted_at).exists()
    assert Subscription.objects.active().count() >= 10


@pytest.mark.usefixtures("edition")
def test_every_picture_has_words_and_can_be_shown_at_once():
    assert Picture.objects.count() == len(gallery.DRAWINGS)
    for picture in Picture.objects.all():
        assert picture.alt
        assert picture.caption
        assert picture.credit == "Illustration Newsroom"
        assert renditions.thumbnail_url(picture)
        renditions.make_all(picture)
        assert set(picture.renditions) == {"jpeg", "webp", "avif", "social"}
        assert all(default_storage.exists(one["name"]) for kind in picture.renditions.values() for one in kind)


@pytest.mark.parametrize(
    "draw", [drawing.draw for key, drawing in gallery.DRAWINGS.items() if not key.startswith("portrait-")]
)
def test_drawings_are_large_enough_for_the_top_of_a_page(draw):
    width, height = draw().finish().size
    assert 1200 <= width <= canvas.WIDTH
    assert abs(width / height - canvas.WIDTH / canvas.HEIGHT) < 0.01


@pytest.mark.usefixtures("edition")
def test_register_has_an_open_request_near_its_end_and_an_answered_one(client):
    (near,) = ReplyRequest.objects.near()
    (answered,) = ReplyRequest.objects.answered()
    assert near.deadline_at > timezone.now()
    assert ReplyRequest.objects.count() == 2
    assert answered.answer.get_absolute_url() in client.get(answered.article.get_absolute_url()).content.decode()
    assert Correction.objects.published().get().text in client.get("/corrections/").content.decode()


def content():
    """What an edition says, without keys and instants."""
    return (
        list(Article.objects.order_by("pk").values_list("headline", "working_title", "slug", "status", "access")),
        [re.sub(r"\d+", "", body) for body in Article.objects.order_by("pk").values_list("body", flat=True)],
        list(TaggedArticle.objects.order_by("pk").values_list("content_object__headline", "tag__name")),
        list(RelatedArticle.objects.order_by("pk").values_list("article__headline", "related__headline")),
        list(Article.objects.order_by("pk").values_list("picture__alt", "section__slug", "bylines__author__slug")),
        list(Comment.objects.order_by("pk").values_list("author__email", "article__headline", "text", "state")),
        list(Page.objects.order_by("pk").values_list("title", "body")),
        list(FrontPageSlot.objects.order_by("pk").values_list("place", "position", "article__headline", "headline")),
        list(Subscription.objects.order_by("pk").values_list("user__email", "institution__name", "plan__slug")),
        list(Seat.objects.order_by("pk").values_list("institution__name", "number", "email", "user__email")),
    )


@pytest.mark.django_db
def test_two_editions_say_the_same(settings):
    settings.DEMO = True
    said = []
    for _time in range(2):
        point = transaction.savepoint()
        load()
        said.append(content())
        transaction.savepoint_rollback(point)
    assert said[0] == said[1]
    assert len(said[0][0]) > 50


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
def test_demo_edition_is_refused_outside_debug():
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
    lines = [word for drawing in gallery.DRAWINGS.values() for word in (drawing.alt, drawing.caption)]
    lines += [said.text for said in SAID]
    lines += [CORRECTION, *OPEN_REQUEST, *ANSWERED_REQUEST]
    lines += [author[2] for author in AUTHORS] + [author[3] for author in AUTHORS]
    lines += [headline for _place, _key, headline in SLOTS]
    assert [french(line) for line in lines] == lines
    assert not re.search(r"""['"]| [;:!?»%]|« |  |\d \d""", "\n".join(lines))


@pytest.mark.parametrize("text", ALL, ids=lambda text: text.key)
def test_bodies_are_as_the_editor_would_save_them(text):
    numbered = re.sub(r"\{[^}]*\}", "7", text.html)
    assert clean("article", numbered) == numbered


def test_texts_show_what_an_article_can_have():
    html = "".join(text.html for text in PUBLISHED)
    for tag in ("<h2>", "<ul>", "<ol>", "<blockquote>", "<cite>", "<aside data-article=", "<figure data-picture="):
        assert tag in html
    assert all(4 <= text.html.count("<p>") <= 30 for text in PUBLISHED if text.standfirst)
