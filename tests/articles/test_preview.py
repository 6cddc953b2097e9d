"""The preview of a working copy in the back office: what each kind of reader would get, and who may look. C07, A11."""

import datetime as dt
import re

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles import preview, working_copy
from articles.models import Article, Byline, RelatedArticle, Revision, Tag, TaggedArticle
from tests.articles.writing import draft, live, rewrite
from tests.factories import make_article, make_author, make_newspaper, make_picture, make_section, make_user

pytestmark = pytest.mark.django_db
HOUR = dt.timedelta(hours=1)
PAID = "canarypaid"
LONG = "".join(f"<p>Free words {n}. {'Sentence. ' * 12}</p>" for n in range(4)) + f"<p>{PAID} {'Sentence. ' * 40}</p>"
RENDITIONS = {"jpeg": [{"name": "renditions/0123456789abcdef-960.jpg", "width": 960, "height": 640}]}


@pytest.fixture
def enter(client, cast):
    make_newspaper()

    def enter(role):
        user = make_user(is_staff=True, is_superuser=True) if role == "boss" else getattr(cast, role)
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return enter


def frame(article, **query):
    return reverse("admin:articles_article_preview", args=[article.pk], query=query or None)


def page(article, reader="subscriber"):
    return reverse("admin:articles_article_preview_page", args=[article.pk], query={"as": reader})


def words(answer):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", answer.text)).replace("\u00a0", " ").replace("\u202f", " ")


def test_page_is_that_of_the_newest_working_copy(enter, cast):
    """Everything that is edited stands in it, on the real template, though the row is bare."""
    author, other, public = make_author(name="Oumou Plume"), make_author(name="Seydou Objectif"), make_article()
    article, _revision = draft(
        by=cast.editor,
        kicker="Ségou",
        headline="A first headline",
        standfirst="What it is about.",
        body="<p>The text.</p>",
        section=make_section(name="Fleuve", color="teal"),
        picture=make_picture(renditions=RENDITIONS).pk,
        picture_caption="A boat.",
        bylines=[{"author": other.pk, "role": "photographer"}, {"author": author.pk, "role": "author"}],
        tags=["Crue", "Neuf"],
        related=[public.pk],
    )
    rewrite(article, by=cast.editor, headline="The newest headline")
    answer = enter("editor").get(page(article))
    assert answer.status_code == 200
    assert "articles/article.html" in {template.name for template in answer.templates}
    shown = words(answer)
    wanted = [
        "Ségou",
        "The newest headline",
        "What it is about.",
        "The text.",
        "A boat.",
        "Oumou Plume",
        ", photos",
    ]
    for text in [*wanted, "Crue", "Neuf", public.headline]:
        assert text in shown, text
    assert 'data-color="teal"' in answer.text
    assert RENDITIONS["jpeg"][0]["name"] in answer.text
    assert "A first headline" not in shown


def test_nothing_is_written_and_readers_see_nothing(enter, cast):
    article, _revision = draft(by=cast.editor, tags=["Neuf"], bylines=[{"author": make_author().pk, "role": "author"}])
    models = (Article, Revision, Byline, TaggedArticle, RelatedArticle)
    before = [list(model.objects.order_by("pk").values()) for model in models]
    for address in (frame(article), page(article)):
        assert enter("editor").get(address).status_code == 200
    assert [list(model.objects.order_by("pk").values()) for model in models] == before
    assert not Article.objects.published().exists()


def test_unpublished_changes_of_a_live_article_are_in_it_and_its_frame_says_so(enter, cast):
    article = live(by=cast.editor, headline="What readers get")
    client = enter("editor")
    assert "celle que lisent les lecteurs" in words(client.get(frame(article)))
    rewrite(article, by=cast.editor, headline="What comes next")
    assert "What comes next" in client.get(page(article)).text
    text = words(client.get(frame(article)))
    assert "non publiée" in text
    assert "Les modifications non enregistrées n’y sont pas" in text
    assert "What readers get" in client.get(article.get_absolute_url()).text


@pytest.mark.parametrize(("reader", "whole"), [("anonymous", False), ("reader", False), ("subscriber", True)])
def test_each_reader_gets_as_much_of_a_subscribers_article_as_on_the_site(enter, cast, reader, whole):
    """The cut, the words of the offer and of the contributions' gate are those of the public page."""
    article, _revision = draft(by=cast.editor, access="subscribers", body=LONG)
    shown = words(enter("editor").get(page(article, reader)))
    assert (PAID in shown) is whole
    assert ("La suite de cet article est réservée aux abonnés" in shown) is not whole
    assert ("L’espace des contributions est réservé aux abonnés" in shown) is not whole
    assert ("Ici, les abonnés lisent et écrivent" in shown) is whole


def test_article_for_everyone_is_whole_for_anybody_and_its_closed_contributions_are_closed(enter, cast):
    article, _revision = draft(by=cast.editor, body=LONG, comments_open=False)
    assert PAID in enter("editor").get(page(article, "anonymous")).text
    assert "Les contributions à cet article sont closes" in words(enter("editor").get(page(article)))


def test_preview_is_what_readers_get_once_it_is_published(enter, cast):
    """The article itself, tag by tag, is the one that the public page shows."""
    others = [make_article() for _ in range(3)]
    author = make_author()
    make_article(authors=[author])
    article = live(
        by=cast.editor,
        access="subscribers",
        body=f'{LONG}<aside data-article="{others[0].pk}"></aside>',
        tags=["Mali", "Crue"],
        bylines=[{"author": author.pk, "role": "author"}],
        related=[others[2].pk, others[1].pk],
    )

    def article_in(answer):
        inner = answer.text.split("<article", 1)[1].split('<section id="contributions"')[0]
        return re.sub(r"\s+", " ", re.sub(r'<div class="share".*?</p>\s*</div>', "", inner, flags=re.DOTALL))

    client = enter("editor")
    assert article_in(client.get(page(article, "anonymous"))) == article_in(client.get(article.get_absolute_url()))


def test_hidden_articles_are_not_in_it_and_the_frame_names_them_to_those_who_may_see_them(enter, cast):
    """B of the door: what readers would not get is not shown as if they would."""
    scheduled = make_article(headline="Scheduled canary", published_at=timezone.now() + HOUR)
    foreign, _revision = draft(by=cast.editor, headline="Foreign canary")
    public = make_article(headline="Public one")
    article, _revision = draft(
        by=cast.pigiste,
        related=[scheduled.pk, public.pk],
        body=f'<p>Text.</p><aside data-article="{foreign.pk}"></aside>',
    )
    for role in ("editor", "pigiste"):
        assert "canary" not in enter(role).get(page(article)).text
        assert "Public one" in enter(role).get(page(article)).text
    assert "2 encadrés manquent" in words(enter("editor").get(frame(article)))
    assert "Scheduled canary" in enter("editor").get(frame(article)).text
    text = enter("pigiste").get(frame(article)).text
    assert "canary" not in text
    assert "Article que vous ne pouvez pas ouvrir" in text


def test_page_of_a_text_hardly_begun_opens(enter, cast):
    """Without headline, section, picture, byline or date; names of what was deleted since."""
    article, _revision = working_copy.start(working_copy.empty_content() | {"standfirst": "Words."}, by=cast.editor)
    gone = {"section": 99, "picture": 99, "related": [99], "bylines": [{"author": 99, "role": "author"}]}
    assert "Sans titre" in words(enter("editor").get(page(article)))
    rewrite(article, by=cast.editor, **gone, body='<aside data-article="99"></aside>')
    for address in (page(article), frame(article)):
        assert enter("editor").get(address).status_code == 200


def test_page_speaks_the_newspapers_language_and_the_frame_the_persons(enter, cast):
    cast.editor.language = "en"
    cast.editor.save()
    article, _revision = draft(by=cast.editor)
    assert "Preview — version of" in enter("editor").get(frame(article)).text
    answer = enter("editor").get(page(article))
    assert '<html lang="fr">' in answer.text
    assert "Rubriques" in answer.text


def test_views_and_widths_are_plain_links(enter, cast):
    """Without a script; what the address says otherwise is the first of each."""
    article, _revision = draft(by=cast.editor)
    text = enter("editor").get(frame(article, **{"as": "reader", "width": "tablet"})).text
    assert f'src="{page(article, "reader")}"' in text
    assert "preview-frame is-tablet" in text
    links = re.findall(r'href="\?(as=[^"]*)"( aria-current="true")?', text)
    assert len(links) == 6
    assert ("as=reader&amp;width=desktop", "") in links
    odd = enter("editor").get(f"{frame(article)}?as=<b>&width=../x").text
    assert f'src="{page(article, "anonymous")}"' in odd
    assert "preview-frame is-phone" in odd


def test_only_the_bare_page_may_be_framed_and_only_by_this_site(enter, cast):
    article = live(by=cast.editor)
    client = enter("editor")
    bare = client.get(page(article))
    assert bare["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in bare["Content-Security-Policy"]
    assert (bare["Referrer-Policy"], bare["X-Robots-Tag"]) == ("no-referrer", "noindex, nofollow")
    for address in (frame(article), article.get_absolute_url(), reverse("admin:index")):
        answer = client.get(address)
        assert answer["X-Frame-Options"] == "DENY"
        assert "frame-ancestors 'none'" in answer["Content-Security-Policy"]
    assert "frame-src 'self'" in client.get(frame(article))["Content-Security-Policy"]
    for address in (frame(article), page(article)):
        assert "no-store" in client.get(address)["Cache-Control"]


def test_nothing_of_the_public_page_is_fetched_into_it(enter, cast):
    """Its script would put what the colleague may read in the place of what the reader would."""
    article = live(by=cast.editor, access="subscribers", body=LONG)
    assert "js/public.js" not in enter("editor").get(page(article, "anonymous")).text


@pytest.mark.parametrize(
    ("role", "theirs", "others"),
    [
        ("pigiste", 200, 404),
        ("journalist", 200, 200),
        ("editor", 200, 200),
        ("boss", 200, 200),
        ("moderator", 404, 404),
        ("subscriptions_desk", 404, 404),
    ],
)
def test_who_may_open_the_article_may_look_and_to_others_it_is_not_there(enter, cast, role, theirs, others):
    client = enter(role)
    own, _revision = draft(by=getattr(cast, role, None) or cast.editor)
    foreign, _revision = draft(by=make_user(), headline="canary")
    unknown = client.get("/admin/articles/article/999999/preview/")
    assert unknown.status_code == 404
    for address in (frame, page):
        assert client.get(address(own)).status_code == theirs
        answer = client.get(address(foreign))
        assert answer.status_code == others
        if others == 404:
            assert answer.text == unknown.text


@pytest.mark.parametrize("role", [None, "reader", "subscriber"])
def test_whoever_is_not_of_the_staff_is_sent_to_sign_in(client, cast, role):
    article, _revision = draft(by=cast.editor, headline="canary")
    if role:
        client.force_login(getattr(cast, role), backend="django.contrib.auth.backends.ModelBackend")
    for address in (frame(article), page(article)):
        answer = client.get(address)
        assert answer.status_code == 302
        assert "canary" not in answer.text


@pytest.mark.parametrize("key", ["0", "9" * 18, "9" * 30])
def test_odd_keys_are_not_found(enter, key):
    assert enter("editor").get(f"/admin/articles/article/{key}/preview/").status_code == 404


@pytest.mark.parametrize("role", ["viewer", "journalist", "editor"])
def test_field_values_that_are_sent_to_it_render_nothing(enter, cast, client, role):
    """C07: there is no endpoint that makes a page out of what somebody sends."""
    cast.viewer = make_user(is_staff=True)
    cast.viewer.user_permissions.add(Permission.objects.get(codename="view_article"))
    article, _revision = draft(by=make_user())
    sent = {"headline": "canary", "body": "<p>canary</p>", "status": "approved", "as": "subscriber"}
    for address in (frame(article), page(article)):
        answer = enter(role).post(address, sent)
        assert answer.status_code == 405
        assert answer.content == b""
        assert "canary" not in enter(role).get(address, sent).text
    assert Revision.objects.count() == 1


def test_deactivated_colleague_sees_nothing_any_more(enter, cast):
    """D07 for the preview: a second later, in the same session."""
    article, _revision = draft(by=cast.editor, headline="canary")
    client = enter("editor")
    assert client.get(page(article)).status_code == 200
    cast.editor.is_active = False
    cast.editor.save()
    for address in (frame(article), page(article)):
        answer = client.get(address)
        assert (answer.status_code, "canary" in answer.text) == (302, False)


@pytest.mark.parametrize("many", [1, 6])
def test_preview_takes_ten_queries_whatever_the_working_copy_names(cast, django_assert_num_queries, many):
    """The newest revision, names of tags, section, picture, authors, tags; the other articles and their bylines."""
    authors = [make_author(portrait=make_picture(renditions=RENDITIONS)) for _ in range(many)]
    others = [make_article(authors=authors[:1]) for _ in range(many)]
    article, _revision = draft(
        by=cast.editor,
        section=make_section(parent=make_section()),
        picture=make_picture(renditions=RENDITIONS).pk,
        bylines=[{"author": author.pk, "role": "author"} for author in authors],
        tags=[f"Tag {n}" for n in range(many)],
        related=[other.pk for other in others],
        body="".join(f'<aside data-article="{other.pk}"></aside>' for other in others),
    )
    with django_assert_num_queries(10):
        preview.of(article).page("subscriber")


def queries_of(client, address):
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


def test_frame_takes_the_same_queries_with_one_box_missing_and_with_many(enter, cast):
    def with_hidden(number):
        hidden = [draft(by=cast.editor)[0].pk for _ in range(number)]
        return draft(by=cast.editor, related=hidden)[0]

    client = enter("editor")
    few, many = with_hidden(1), with_hidden(6)
    client.get(frame(few))
    assert queries_of(client, frame(few)) == queries_of(client, frame(many)) <= 20


def test_tag_whose_accents_were_left_out_is_the_tag_that_there_is(cast):
    Tag.objects.create(name="Économie", slug="economie")
    article, _revision = draft(by=cast.editor, tags=["economie", "Economie", "Neuf"])
    assert [tag.name for tag in preview.of(article).article.tags.all()] == ["Économie", "Neuf"]
