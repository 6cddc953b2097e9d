"""What waits on the first page for each role: its own desk's piles and numbers, nothing of another's."""

import datetime as dt

import pytest
from django.urls import reverse

from articles.dates import day_begins
from comments.models import Comment
from tests.articles.writing import draft, live
from tests.comments.desk import make_report
from tests.factories import make_article, make_comment, make_plan, make_subscriber, make_subscription, make_user
from tests.newsroom.test_back_office import fill

pytestmark = pytest.mark.django_db
INDEX = "admin:index"
ROLES = ["pigiste", "journalist", "editor", "moderator", "subscriptions_desk", "superuser"]
NOON = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
A_DAY = dt.timedelta(days=1)


@pytest.fixture
def enter(client, cast):
    def enter(role):
        user = make_user(is_staff=True, is_superuser=True) if role == "superuser" else getattr(cast, role)
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return enter


def area(answer, name):
    return next((area for area in answer.context["areas"] if area.name == name), None)


def lines(answer, name):
    """{pile: titles of its lines}"""
    return {pile.name: [line.title for line in pile.rows] for pile in area(answer, name).piles}


def figures(answer, name):
    return [number for _words, number, _url in area(answer, name).figures]


@pytest.mark.parametrize(
    ("role", "areas"),
    [
        ("pigiste", ["desk"]),
        ("journalist", ["desk"]),
        ("editor", ["desk", "moderation"]),
        ("moderator", ["moderation"]),
        ("subscriptions_desk", ["subscriptions"]),
        ("superuser", ["desk", "moderation", "subscriptions"]),
    ],
)
def test_each_role_finds_the_areas_of_its_own_desks(enter, role, areas):
    assert [area.name for area in enter(role).get(reverse(INDEX)).context["areas"]] == areas


def test_nobody_reads_what_waits_at_anothers_desk(enter, cast):
    draft(by=cast.editor, headline="Canari du brouillon")
    make_comment(make_article(), cast.subscriber, text="Canari de la contribution", state="held", held_for="link")
    make_subscription(make_user(name="Canari abonné", email="canari@example.org"), days=2)
    said = {"desk": "Canari du brouillon", "moderation": "Canari de la contribution", "subscriptions": "Canari abonné"}
    for role in ROLES:
        answer = enter(role).get(reverse(INDEX))
        shown = {area.name for area in answer.context["areas"]}
        for name, canary in said.items():
            assert canary not in answer.text or name in shown, (role, name)
    assert all(canary in enter("superuser").get(reverse(INDEX)).text for canary in list(said.values())[1:])


def test_moderators_find_what_waits_with_its_age_and_what_is_reported(enter, cast, time_machine):
    time_machine.move_to(NOON, tick=False)
    article = make_article(headline="Le port de Kayes")
    for text, age, state in [
        ("Tôt ce matin", A_DAY / 4, "visible"),
        ("Hier soir", A_DAY / 1.5, "visible"),
        ("Il y a trois jours", 3 * A_DAY, "visible"),
        ("Ôtée du fil", 9 * A_DAY, "rejected"),
        ("Ôtée ce matin", A_DAY / 5, "rejected"),
        ("Attend peu", A_DAY / 48, "held"),
        ("Attend longtemps", 3 * A_DAY, "held"),
    ]:
        cause = "link" if state == "held" else ""
        row = make_comment(article, cast.subscriber, text=text, state=state, held_for=cause)
        Comment.objects.filter(pk=row.pk).update(posted_at=NOON - age)
    make_report(Comment.objects.get(text="Hier soir"))
    answer = enter("moderator").get(reverse(INDEX))
    assert lines(answer, "moderation") == {
        "held": ["Attend longtemps", "Attend peu"],
        "reported": ["Hier soir"],
    }
    long, short = area(answer, "moderation").piles[0].rows
    assert (long.words, long.facts) == ("attend depuis 3 jours", ["Le port de Kayes", "Bakary"])
    assert (bool(long.late), bool(short.late)) == (True, False)
    assert figures(answer, "moderation") == [3, 1, 1]


def test_subscriptions_office_finds_who_leaves_soon_and_who_came(enter, cast, time_machine):
    time_machine.move_to(NOON, tick=False)
    plan = make_plan()
    old = {"plan": plan}
    make_subscription(make_user(name="Part demain"), days=1, **old)
    make_subscription(make_user(name="Part dans sept jours"), days=7, **old)
    make_subscription(make_user(name="Part plus tard"), days=8, **old)
    make_subscription(make_user(name="Partie"), days=-1, **old)
    renewed = make_user(name="Renouvelle")
    make_subscription(renewed, days=2, **old)
    following = {"starts_at": NOON + 2 * A_DAY, "ends_at": NOON + 32 * A_DAY}
    make_subscription(renewed, **following, **old)
    time_machine.move_to(NOON + dt.timedelta(hours=1), tick=False)
    newest = make_subscription(make_user(name="Vient d’arriver"), days=30, starts_at=NOON, **old)
    answer = enter("subscriptions_desk").get(reverse(INDEX))
    shown = lines(answer, "subscriptions")
    assert shown["ending"] == ["Part demain", "Part dans sept jours"]
    assert shown["newest"][0] == "Vient d’arriver"
    assert area(answer, "subscriptions").piles[1].rows[0].url.endswith(f"/{newest.pk}/change/")
    assert figures(answer, "subscriptions") == [5, 1, 0], "who goes on, or was recorded late, is nobody new"


def test_every_number_and_every_pile_leads_to_the_list_that_holds_as_many(enter, cast):
    article = make_article()
    for number in range(7):
        make_comment(article, cast.subscriber, state="rejected" if number == 6 else "visible")
        make_report(make_comment(article, cast.subscriber, state="held", held_for="link"))
        make_report(make_comment(article, cast.subscriber))
        make_subscription(make_user(), days=3)
    client = enter("superuser")
    answer = client.get(reverse(INDEX))
    for one in (area(answer, "moderation"), area(answer, "subscriptions")):
        counted = [(number, url) for _words, number, url in one.figures if url and not url.endswith("state=active")]
        counted += [(len(pile.keys), pile.more) for pile in one.piles]
        for number, url in counted:
            context = client.get(url).context
            assert (context["cl"].result_count if "cl" in context else context["total"]) == number, url
        assert any(number for number, _url in counted)


def test_number_of_subscribers_counts_people(enter):
    person = make_subscriber()
    make_subscription(person, days=3)
    answer = enter("subscriptions_desk").get(reverse(INDEX))
    assert figures(answer, "subscriptions")[0] == 1


@pytest.mark.parametrize("role", ROLES)
def test_first_page_takes_constant_queries(enter, cast, role, django_assert_max_num_queries):
    """Session, user, rights, newspaper; of each area a query a pile, its numbers, and those for all its lines."""
    client, counts = enter(role), []
    for _round in range(2):
        for _number in range(2):
            fill(cast)
            make_comment(live(by=cast.editor, at=day_begins()), cast.subscriber)
            make_comment(make_article(), cast.subscriber, state="rejected")
            make_subscriber()
            make_subscription(make_user(), days=2)
        with django_assert_max_num_queries(29) as seen:
            assert client.get(reverse(INDEX)).status_code == 200
        counts.append(len(seen))
    assert counts[0] == counts[1]


def test_lists_that_a_person_may_not_open_are_not_linked(enter):
    """Each link of the first page opens for whom it was shown."""
    for role in ROLES:
        client = enter(role)
        answer = client.get(reverse(INDEX))
        links = [model["admin_url"] for group in answer.context["groups"] for model in group["models"]]
        links += [pile.more for area in answer.context["areas"] for pile in area.piles]
        links += [url for area in answer.context["areas"] for _words, _number, url in area.figures if url]
        assert links
        assert {client.get(url, follow=True).status_code for url in links} == {200}, role


def test_account_without_any_right_is_told_whom_to_ask(client):
    client.force_login(make_user(is_staff=True), backend="django.contrib.auth.backends.ModelBackend")
    answer = client.get(reverse(INDEX))
    assert answer.context["areas"] == []
    assert "Votre compte n’a encore aucun droit ici" in answer.text
