"""A15: the back office tells nobody of articles that are not theirs, on any of its addresses.

Canaries stand in other people's drafts; what is asked for is only the beginning of one, so that an answer that holds
all of it took it from the database.
"""

import datetime as dt
from urllib.parse import urlsplit

import pytest
from django.contrib import admin
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from articles.models import Article, Section
from tests.articles.writing import draft, live, rewrite
from tests.factories import make_article, make_author, make_comment, make_mail, make_newspaper, make_subscription

pytestmark = pytest.mark.django_db
HOUR = dt.timedelta(hours=1)
ASKED, CANARY = "canari", "canarizq7"
# They see the whole desk by right; the others see what is theirs, or no article at all.
SEE_THEIRS = ["pigiste", "moderator", "subscriptions_desk"]
ROLES = [*SEE_THEIRS, "journalist"]
REFUSED = {400, 403, 404, 405}
LOOKUPS = [
    "body__icontains",
    "headline__startswith",
    "working_title__startswith",
    "slug__startswith",
    "standfirst__contains",
    "tags__name__startswith",
    "revisions__content__icontains",
    "revisions__note__icontains",
    "steps__note__icontains",
    "bylines__author__name__startswith",
    "section__articles__body__icontains",
    "related__body__icontains",
    "created_by__email__startswith",
    "created_by__name__startswith",
    "created_by__none__startswith",
    "q",
]
SECRETS = [
    "author__password__startswith",
    "created_by__password__startswith",
    "created_by__password__regex",
    "bylines__author__user__password__startswith",
    "revisions__author__password__startswith",
    "steps__by__password__startswith",
]


@pytest.fixture
def hidden(cast):
    """Other people's articles: a draft as a row with everything, a working copy, a scheduled one, a rewritten one."""
    make_newspaper()
    plain = dict.fromkeys(("headline", "standfirst", "kicker", "picture_caption"), CANARY)
    words = plain | {"slug": CANARY, "body": f"<p>{CANARY}</p>"}
    by = cast.editor
    copy, _revision = draft(by=by, **words, tags=[CANARY])
    public = live(by=by, headline="What readers get")
    rewrite(public, by=by, **words, tags=[CANARY])
    rows = {
        "row": make_article(status="draft", created_by=by, published_at=None, **words),
        "review": make_article(status="to_review", created_by=by, published_at=None, **words),
        "scheduled": make_article(created_by=by, published_at=timezone.now() + HOUR, **words),
        "withdrawn": make_article(status="withdrawn", created_by=by, published_at=timezone.now() - 40 * HOUR, **words),
    }
    Article.objects.filter(pk__in=[row.pk for row in rows.values()]).update(working_title=CANARY)
    return rows | {"copy": copy, "rewritten": public}


@pytest.fixture
def enter(client, cast):
    def enter(role):
        client.force_login(getattr(cast, role), backend="django.contrib.auth.backends.ModelBackend")
        return client

    return enter


def all_of(answer):
    """Headers and body; where it leads to is one of the headers."""
    return f"{list(answer.items())}{answer.text}"


def assert_tells_nothing(answer, path):
    assert answer.status_code in {200, 302, *REFUSED}, path
    assert CANARY not in all_of(answer), path
    if answer.status_code == 302:
        place = urlsplit(answer["Location"])
        assert place.netloc == "", path
        assert place.path in {"/admin/", reverse("admin:articles_article_changelist")}, path


def changelist(**query):
    return reverse("admin:articles_article_changelist", query=query)


@pytest.mark.parametrize("role", SEE_THEIRS)
def test_list_of_articles_holds_none_of_others(enter, hidden, role):
    for query in ({}, {"_popup": 1}, {"_facets": 1}, {"all": ""}, {"o": "1"}, {"_to_field": "id"}):
        answer = enter(role).get(changelist(**query))
        assert_tells_nothing(answer, query)
        assert answer.status_code == (200 if role == "pigiste" else 403)


def seen_in(answer):
    """What the answer tells besides its words: the status, and how many rows the list counts and shows."""
    page = answer.context.get("cl") if answer.status_code == 200 else None
    counts = (page.result_count, page.full_result_count, len(page.result_list)) if page else None
    return answer.status_code, answer.redirect_chain[:1] and answer.redirect_chain[0][1], counts


@pytest.mark.parametrize("role", SEE_THEIRS)
@pytest.mark.parametrize("more", [{}, {"_facets": 1}, {"_popup": 1}], ids=["plain", "facets", "popup"])
def test_no_filter_tells_whether_a_hidden_article_holds_a_word(enter, cast, hidden, role, more):
    """The answer to the right beginning is that to a wrong one."""
    client = enter(role)
    for lookup in LOOKUPS + SECRETS:
        right = cast.editor.password[:6] if "password" in lookup else ASKED
        answers = [client.get(changelist(**{lookup: one}, **more), follow=True) for one in (right, "x" * len(right))]
        for answer in answers:
            assert_tells_nothing(answer, lookup)
        assert seen_in(answers[0]) == seen_in(answers[1]), lookup


@pytest.mark.parametrize("role", ROLES)
def test_no_filter_reaches_into_accounts(enter, cast, hidden, role):
    """Whoever sees all articles could guess a password's hash letter by letter."""
    client = enter(role)
    for lookup in SECRETS:
        answer = client.get(changelist(**{lookup: cast.editor.password[:6]}))
        assert answer.status_code in REFUSED, lookup


def test_no_ordering_breaks_the_list(enter, hidden):
    for ordering in ("body", "created_by__password", "-1.2", "99", "x", "--1"):
        assert_tells_nothing(enter("pigiste").get(changelist(o=ordering)), ordering)


@pytest.mark.parametrize("role", SEE_THEIRS)
@pytest.mark.parametrize("view", ["change", "delete", "history", "compare"])
def test_pages_of_a_hidden_article_tell_nothing(enter, hidden, role, view):
    for article in hidden.values():
        path = reverse(f"admin:articles_article_{view}", args=[article.pk])
        for answer in (enter(role).get(path), enter(role).get(path, {"_popup": 1}), enter(role).post(path)):
            assert_tells_nothing(answer, path)
            assert answer.status_code != 200


@pytest.mark.parametrize("view", ["change", "delete", "history", "compare"])
def test_answer_for_a_hidden_article_is_that_for_none(enter, hidden, view):
    """So that keys cannot be counted to learn how many articles are being written."""
    answers = []
    for key in (hidden["row"].pk, 10**6):
        answer = enter("pigiste").get(reverse(f"admin:articles_article_{view}", args=[key]))
        answers.append((answer.status_code, answer.get("Location")))
    assert answers[0] == answers[1]


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("view", ["change", "delete", "history", "compare"])
def test_odd_keys_are_refused(enter, hidden, role, view):
    client = enter(role)
    for key in ("0", "-1", "x", "9" * 30, "_00", "_5F", "é", "1/../2", "²"):
        path = f"{changelist()}{key}/{view}/"
        answer = client.get(path)
        assert_tells_nothing(answer, path)
        assert answer.status_code != 200, path


@pytest.mark.parametrize("view", ["change", "delete", "history", "compare"])
def test_whoever_wrote_an_article_and_no_longer_writes_is_refused(enter, cast, view):
    """The article is theirs, and the right to open articles is not."""
    article, _revision = draft(by=cast.moderator, headline=CANARY)
    path = reverse(f"admin:articles_article_{view}", args=[article.pk])
    answer = enter("moderator").get(path)
    assert_tells_nothing(answer, path)
    assert answer.status_code in {302, 403}


@pytest.mark.parametrize("role", ROLES)
def test_nobody_below_the_editors_deletes_an_article(enter, hidden, role):
    for article in hidden.values():
        path = reverse("admin:articles_article_delete", args=[article.pk])
        answers = [enter(role).get(path), enter(role).post(path, {"post": "yes"})]
        assert not {200} & {answer.status_code for answer in answers}
    action = {"action": "delete_selected", "_selected_action": [row.pk for row in hidden.values()], "post": "yes"}
    assert CANARY not in enter(role).post(changelist(), action).text or role == "journalist"
    assert Article.objects.filter(pk__in=[row.pk for row in hidden.values()]).count() == len(hidden)


def relations():
    """(app, model, field) of every relation of every model of the back office, and of one that is none."""
    models = [*admin.site._registry, ContentType, Session]
    fields = [(model._meta, field) for model in models for field in model._meta.get_fields() if field.is_relation]
    found = {(options.app_label, options.model_name, field.name) for options, field in fields}
    return sorted(found | {("articles", "article", "body"), ("articles", "none", "x"), ("", "", "")})


@pytest.mark.parametrize("role", SEE_THEIRS)
def test_autocomplete_knows_no_hidden_article(enter, hidden, role):
    """For the fields of every model: answers hold what the person may see."""
    assert ("articles", "article", "related") in relations()
    client = enter(role)
    for app, model, field in relations():
        names = {"app_label": app, "model_name": model, "field_name": field}
        for term in ({}, {"term": ASKED}, {"term": "\0"}, {"page": "99"}, {"page": "x"}):
            answer = client.get(reverse("admin:autocomplete"), names | term)
            assert_tells_nothing(answer, (names, term))


@pytest.mark.parametrize("role", ["pigiste", "journalist", "moderator"])
def test_autocomplete_knows_nothing_of_accounts(enter, cast, hidden, role):
    """The subscriptions desk alone chooses among readers."""
    make_author(user=cast.editor)
    client = enter(role)
    for app, model, field in relations():
        names = {"app_label": app, "model_name": model, "field_name": field}
        assert cast.editor.email not in client.get(reverse("admin:autocomplete"), names).text


@pytest.mark.parametrize("role", SEE_THEIRS)
@pytest.mark.parametrize("kind", ["articles", "authors", "tags", "pictures"])
def test_suggestions_hold_no_hidden_article(enter, hidden, role, kind):
    keys = [article.pk for article in hidden.values()]
    path = reverse(f"admin:articles_suggest_{kind}")
    queries = [{}, {"q": ASKED}, {"id": keys}, {"id": keys, "q": ASKED}, *({"id": key} for key in keys)]
    for query in [*queries, {"id": ["-1", "x", "9" * 19, "٣", "²"]}, {"q": "\0"}]:
        answer = enter(role).get(path, query)
        assert_tells_nothing(answer, query)
        assert answer.status_code == (200 if role == "pigiste" else 403)


def test_suggestions_do_not_tell_whether_a_hidden_article_holds_a_word(enter, hidden):
    """Neither by a row without a title nor by their number."""
    client, path = enter("pigiste"), reverse("admin:articles_suggest_articles")
    for word in (ASKED, CANARY, "nothing-like-it"):
        assert client.get(path, {"q": word}).json()["results"] == []
    (public,) = client.get(path).json()["results"]
    assert public["label"] == hidden["rewritten"].headline


def test_suggestions_by_key_tell_no_state_and_no_day_of_a_hidden_article(enter, hidden):
    keys = [hidden[name].pk for name in ("row", "review", "copy", "scheduled", "withdrawn")]
    rows = enter("pigiste").get(reverse("admin:articles_suggest_articles"), {"id": keys}).json()["results"]
    assert {(row["state"], row["detail"]) for row in rows} == {("", "")}


@pytest.fixture
def rows_of_every_kind(cast, hidden):
    """{model: keys} with a row of most models, those with keys that are no numbers included."""
    make_comment(hidden["rewritten"], cast.subscriber)
    make_subscription(cast.reader)
    make_mail()
    DBTaskResult.objects.create(task_path="x", args_kwargs={}, backend_name="default", priority=0)
    models = [kind.model_class() for kind in ContentType.objects.all()]
    return {model: list(model._default_manager.values_list("pk", flat=True)) for model in models if model}


@pytest.mark.parametrize("role", [*ROLES, "editor"])
def test_way_to_a_rows_address_tells_nothing_and_never_fails(enter, cast, rows_of_every_kind, role):
    """The stock route shows where any row lives to anybody who may enter."""
    client = enter(role)
    for model, keys in rows_of_every_kind.items():
        kind = ContentType.objects.get_for_model(model, for_concrete_model=False).pk
        for key in [*keys, 0, "x", "9" * 30, "00000000-0000-0000-0000-000000000000"]:
            path = f"/admin/r/{kind}/{key}/"
            answer = client.get(path)
            assert answer.status_code in {302, 404}, path
            if role in SEE_THEIRS:
                assert CANARY not in all_of(answer), path


@pytest.mark.parametrize("kind", ["0", "999999", "9" * 30, "x", "-1"])
def test_way_to_the_address_of_an_unknown_kind_is_not_found(enter, kind):
    assert enter("editor").get(f"/admin/r/{kind}/1/").status_code == 404


def test_way_to_an_address_leads_those_who_may_see_the_row(enter, hidden):
    kinds = {model: ContentType.objects.get_for_model(model).pk for model in (Article, Section)}
    public = hidden["rewritten"]
    for role, status in (("editor", 302), ("journalist", 302), ("pigiste", 404), ("moderator", 404)):
        answer = enter(role).get(f"/admin/r/{kinds[Article]}/{public.pk}/")
        assert (role, answer.status_code) == (role, status)
    assert enter("editor").get(f"/admin/r/{kinds[Article]}/{public.pk}/").url == public.get_absolute_url()
    path = f"/admin/r/{kinds[Section]}/{public.section_id}/"
    assert enter("pigiste").get(path).url == public.section.get_absolute_url()
    assert enter("moderator").get(path).status_code == 404


def test_way_to_the_address_of_a_draft_leads_to_the_desk(enter, cast):
    """A draft has no public address yet."""
    article, _revision = draft(by=cast.pigiste)
    kind = ContentType.objects.get_for_model(Article).pk
    assert enter("pigiste").get(f"/admin/r/{kind}/{article.pk}/").url == "/admin/"


@pytest.mark.parametrize("role", SEE_THEIRS)
@pytest.mark.parametrize("path", ["/admin/jsi18n/", "/admin/", "/admin/articles/"])
def test_other_doors_tell_nothing(enter, hidden, role, path):
    answer = enter(role).get(path)
    assert answer.status_code in {200, 404}
    assert CANARY not in all_of(answer)


@pytest.mark.parametrize("role", SEE_THEIRS)
def test_lists_of_every_other_model_tell_nothing(enter, hidden, role):
    """Tags, sections, pictures, authors, comments, and whatever is registered next; a hidden article's words are in
    none of them."""
    for model in admin.site._registry:
        path = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
        for query in ({}, {"q": ASKED}, {"_facets": 1}):
            answer = enter(role).get(path, query, follow=True)
            assert answer.status_code in {200, *REFUSED}
            assert CANARY not in all_of(answer), path


def test_the_desk_does_see_what_the_others_must_not(enter, hidden):
    """What these tests look for is there to be found."""
    for role in ("editor", "journalist"):
        assert CANARY in enter(role).get(changelist()).text
        assert CANARY in enter(role).get(reverse("admin:articles_article_change", args=[hidden["copy"].pk])).text
        answer = enter(role).get(reverse("admin:articles_suggest_articles"), {"q": ASKED})
        assert CANARY in answer.text
