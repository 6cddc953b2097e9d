"""The screen « La une »: who may, what is saved, what is refused, what is tried without saving."""

import datetime as dt
import re
import threading

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connections, transaction
from django.urls import reverse
from django.utils import timezone

from articles import front_page_desk
from articles.front_page import compose
from articles.front_page_desk import Conflict
from articles.models import Article, FrontPage, FrontPageSlot
from tests.articles.front_pages import lay_out, sent, slot
from tests.articles.writing import live, rewrite
from tests.factories import make_article, make_newspaper, make_section

HOUR = dt.timedelta(hours=1)
DESK, PREVIEW = "/admin/articles/frontpage/", "/admin/articles/frontpage/preview/"


@pytest.fixture
def enter(client, cast):
    def enter(role):
        make_newspaper()
        client.force_login(getattr(cast, role), backend="django.contrib.auth.backends.ModelBackend")
        return client

    return enter


@pytest.fixture
def desk(enter):
    return enter("editor")


def placed():
    """(place, article, headline) of the edition in force, in order."""
    slots = FrontPageSlot.objects.in_force().order_by("place", "position")
    return [(one.place, one.article_id, one.headline) for one in slots]


@pytest.mark.django_db
@pytest.mark.parametrize("role", ["pigiste", "journalist", "moderator", "subscriptions_desk"])
def test_only_chief_editors_may(enter, cast, role):
    client = enter(role)
    edition = lay_out(slot(make_article()), by=cast.editor)
    take_back = reverse("admin:articles_frontpage_take_back", args=[edition.number])
    for path in (
        DESK,
        reverse("admin:articles_frontpage_history"),
        reverse("admin:articles_frontpage_suggest"),
        reverse("admin:articles_frontpage_edition", args=[edition.number]),
    ):
        assert client.get(path).status_code == 403
    for path in (DESK, PREVIEW, take_back):
        assert client.post(path, sent(base=1)).status_code == 403
    assert FrontPage.objects.count() == 1
    assert DESK not in client.get("/admin/").text


@pytest.mark.django_db
def test_verbs_ask_for_the_right_themselves(cast):
    edition = lay_out(slot(make_article()), by=cast.editor)
    with pytest.raises(PermissionDenied):
        front_page_desk.save([], base=1, by=cast.journalist)
    with pytest.raises(PermissionDenied):
        front_page_desk.take_back(edition, base=1, by=cast.journalist)


@pytest.mark.django_db
def test_entry_of_the_chief_editor_leads_to_the_screen(desk):
    assert reverse("admin:articles_frontpage_changelist") == DESK
    assert DESK in desk.get("/admin/").text
    assert desk.get(DESK).status_code == 200


@pytest.mark.django_db
def test_saving_makes_an_edition_that_readers_get(desk, cast):
    section = make_section()
    lead, second, first, of_section = (make_article(section=section) for _ in range(4))
    answer = desk.post(
        DESK,
        sent(
            {"article": lead, "headline": "  L'essentiel  :\tdu jour ! "},
            {"article": second, "place": "secondary", "position": 9},
            {"article": first, "place": "secondary", "position": 3},
            {"article": of_section, "place": f"section-{section.pk}"},
        ),
    )
    assert (answer.status_code, answer["Location"]) == (302, DESK)
    assert placed() == [
        ("lead", lead.pk, "L’essentiel\u00a0: du jour\u202f!"),
        ("secondary", first.pk, ""),
        ("secondary", second.pk, ""),
        ("section", of_section.pk, ""),
    ]
    edition = front_page_desk.newest()
    assert (edition.number, edition.saved_by) == (1, cast.editor)
    assert "L’essentiel\u00a0: du jour\u202f!" in desk.get("/").text


@pytest.mark.django_db
def test_typography_is_that_of_the_article_s_language(desk):
    desk.post(DESK, sent({"article": make_article(language="en"), "headline": "What now?"}))
    assert placed()[0][2] == "What now?"


@pytest.mark.django_db
def test_headline_keeps_no_invisible_characters(desk):
    desk.post(DESK, sent({"article": make_article(), "headline": "Un\u202e titre\u200b\u0007 net"}))
    assert placed()[0][2] == "Un titre net"


@pytest.mark.django_db
def test_rows_taken_away_by_tick_or_by_the_script_are_not_saved(desk):
    first, second, third = (make_article() for _ in range(3))
    data = sent({"article": first, "DELETE": "on"}, {"article": second}, {"article": third, "place": "featured"})
    gaps = {name: value for name, value in data.items() if not name.startswith("slots-1-")}
    assert desk.post(DESK, gaps).status_code == 302
    assert placed() == [("featured", third.pk, "")]


@pytest.mark.django_db
def test_pin_is_kept_and_one_that_has_passed_is_refused_with_all_that_was_typed(desk):
    article = make_article()
    until = timezone.localtime() + 2 * HOUR
    row = {"article": article, "headline": "Mine", "pinned_until": f"{until:%Y-%m-%dT%H:%M}"}
    desk.post(DESK, sent(row))
    assert FrontPageSlot.objects.get().pinned_until == until.replace(second=0, microsecond=0)
    passed = desk.post(DESK, sent(row | {"pinned_until": "2020-01-01T06:00", "headline": "Typed"}, base=1))
    assert passed.status_code == 422
    assert "Cette heure est passée" in passed.text
    assert 'value="Typed"' in passed.text
    assert 'value="2020-01-01T06:00"' in passed.text
    assert FrontPage.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"place": "section-999999"}, "n’est plus sur la une"),
        ({"place": "nowhere"}, "n’est plus sur la une"),
        ({"article": 10**15}, "n’existe plus"),
        ({"headline": "x" * 121}, "121"),
        ({"headline": "a\x00b"}, "Le caractère nul"),
        ({"pinned_until": "soon"}, "errorlist"),
        ({"pinned_until": "9999-01-01T00:00"}, "9999"),
        ({"position": "-1"}, "errorlist"),
        ({"article": "9" * 30}, "errorlist"),
        ({"article": "'"}, "errorlist"),
    ],
    ids=lambda value: "" if isinstance(value, str) else "-".join(f"{k}={str(v)[:9]!r}" for k, v in value.items()),
)
def test_what_cannot_be_is_refused_in_words(desk, change, sentence):
    answer = desk.post(DESK, sent({"article": make_article(), "headline": "Mine"} | change))
    assert answer.status_code == 422
    assert sentence in answer.text
    assert "Rien n’est encore enregistré" in answer.text
    assert not FrontPage.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "data", [{}, {"step": "save"}, {"step": "save", "base": "x"}, {"keep": "a:b"}, {"keep": ":1"}]
)
def test_broken_sending_saves_nothing_and_is_answered(desk, data):
    assert desk.post(DESK, data).status_code in {200, 422}
    assert not FrontPage.objects.exists()


@pytest.mark.django_db
def test_article_chosen_twice_is_refused(desk):
    article = make_article()
    answer = desk.post(DESK, sent({"article": article}, {"article": article, "place": "featured"}))
    assert answer.status_code == 422
    assert "déjà sur la page" in answer.text


@pytest.mark.django_db
def test_place_has_room_for_so_many_that_readers_see_and_for_those_to_come(desk):
    coming = make_article(published_at=timezone.now() + HOUR)
    one, other = make_article(), make_article()
    answer = desk.post(DESK, sent({"article": one}, {"article": other}))
    assert answer.status_code == 422
    assert "Ouverture" in answer.text
    assert not FrontPage.objects.exists()
    assert desk.post(DESK, sent({"article": coming}, {"article": one})).status_code == 302


@pytest.mark.django_db
def test_a_ticked_row_with_a_mistake_lets_no_other_mistake_through(desk):
    article = make_article()
    bad = {"article": make_article(), "DELETE": "on", "headline": "x" * 200}
    assert desk.post(DESK, sent(bad, {"article": article}, {"article": article})).status_code == 422


@pytest.mark.django_db
def test_screen_shows_by_hand_and_by_itself(desk, cast):
    section = make_section()
    articles = [make_article(section=section, published_at=timezone.now() - n * HOUR) for n in range(1, 15)]
    coming = make_article(headline="Coming", published_at=timezone.now() + 30 * HOUR)
    lay_out(
        slot(articles[9]), slot(coming, "secondary"), slot(articles[8], "section", section=section), by=cast.editor
    )
    plan = {item["spot"].key: item for item in desk.get(DESK).context["plan"]}
    assert [form.pick["id"] for form in plan["lead"]["forms"]] == [articles[9].pk]
    assert plan["lead"]["fills"] == []
    assert [fill["id"] for fill in plan["secondary"]["fills"]] == [article.pk for article in articles[:4]]
    assert [form.pick["state"] for form in plan["secondary"]["forms"]] == ["scheduled"]
    assert re.search(r"Programmé · \w+ \d+ \w+ \d{4} à \d\d:\d\d", desk.get(DESK).text)
    of_section = plan[f"section-{section.pk}"]
    assert [form.pick["id"] for form in of_section["forms"]] == [articles[8].pk]
    assert [fill["id"] for fill in of_section["fills"]] == [articles[n].pk for n in (12, 13)]


@pytest.mark.django_db
def test_screen_leaves_out_pins_that_ended_and_names_what_was_withdrawn(desk, cast, time_machine):
    pinned, withdrawn = make_article(headline="Pinned"), make_article(headline="Was there")
    lay_out(slot(pinned, pinned_until=timezone.now() + HOUR), slot(withdrawn, "featured"), by=cast.editor)
    Article.objects.filter(pk=withdrawn.pk).update(status="withdrawn")
    time_machine.move_to(timezone.now() + HOUR)
    plan = {item["spot"].key: item for item in desk.get(DESK).context["plan"]}
    assert plan["lead"]["forms"] == []
    assert [fill["id"] for fill in plan["lead"]["fills"]] == [pinned.pk]
    assert [form.pick["state"] for form in plan["featured"]["forms"]] == ["withdrawn"]


@pytest.mark.django_db
@pytest.mark.parametrize(("slots", "archive"), [(0, 3), (12, 60)])
def test_screen_takes_the_same_queries_whatever_is_placed(desk, cast, django_assert_max_num_queries, slots, archive):
    section = make_section()
    articles = [make_article(section=section) for _ in range(archive)]
    places = ["lead", *["secondary"] * 4, *["featured"] * 6]
    lay_out(*(slot(a, place) for a, place in zip(articles[:slots], places, strict=False)), by=cast.editor)
    with django_assert_max_num_queries(20):
        desk.get(DESK)


@pytest.mark.django_db
def test_preview_is_the_public_page_and_saves_nothing(desk, django_assert_max_num_queries):
    first, second = (
        make_article(headline="Newer"),
        make_article(headline="Older", published_at=timezone.now() - 9 * HOUR),
    )
    answer = desk.post(PREVIEW, sent({"article": second, "headline": "Tried only"}))
    assert answer.status_code == 200
    assert answer.context["lead"].article == second
    assert "Tried only" in answer.text
    assert 'id="main"' in answer.text
    assert "no-store" in answer["Cache-Control"]
    assert "private" in answer["Cache-Control"]
    assert "noindex" in answer["X-Robots-Tag"]
    assert not FrontPage.objects.exists()
    assert "Tried only" not in desk.get("/").text
    assert compose().lead.article == first
    assert desk.get(PREVIEW).status_code == 405


@pytest.mark.django_db
def test_preview_of_a_mistake_shows_the_form_with_the_mistake(desk):
    answer = desk.post(PREVIEW, sent({"article": make_article(), "headline": "x" * 130}))
    assert answer.status_code == 422
    assert "x" * 130 in answer.text


@pytest.mark.django_db
def test_own_headline_is_text_in_the_form_and_in_the_preview(desk):
    """E03"""
    payload = '"><script>alert(1)</script>'
    data = sent({"article": make_article(), "headline": payload})
    for answer in (desk.post(PREVIEW, data), desk.post(DESK, data, follow=True)):
        assert answer.status_code == 200
        assert "&lt;script&gt;alert(1)" in answer.text
        assert "<script>alert(1)" not in answer.text


@pytest.mark.django_db
def test_second_of_two_editors_is_told_and_loses_nothing(desk, cast):
    theirs, mine = make_article(), make_article()
    lay_out(slot(theirs), by=cast.editor)
    answer = desk.post(DESK, sent({"article": mine, "headline": "My words"}, base=0))
    assert answer.status_code == 409
    assert "Ibrahim Rédacteur a enregistré la une entre-temps" in answer.text
    assert 'value="My words"' in answer.text
    assert placed() == [("lead", theirs.pk, "")]
    assert answer.context["layout"]["base"].value() == 1
    assert desk.post(DESK, sent({"article": mine, "headline": "My words"}, base=1)).status_code == 302
    assert placed() == [("lead", mine.pk, "My words")]


@pytest.mark.django_db(transaction=True)
def test_of_racing_saves_on_one_base_one_is_accepted(cast):
    articles, editor = [make_article() for _ in range(4)], cast.editor
    lay_out(slot(articles[0]), by=editor)
    start, results = threading.Barrier(4), []

    def save(article):
        try:
            start.wait()
            results.append(front_page_desk.save([slot(article, position=1)], base=1, by=editor).number)
        except Conflict as conflict:
            results.append(conflict)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=save, args=[article]) for article in articles]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [one for one in results if not isinstance(one, Conflict)] == [2]
    assert [one.newest.number for one in results if isinstance(one, Conflict)] == [2, 2, 2]
    assert FrontPageSlot.objects.in_force().count() == 1


@pytest.mark.django_db
def test_base_that_never_was_is_a_conflict(desk):
    assert desk.post(DESK, sent(base=50)).status_code == 409
    assert not FrontPage.objects.exists()


@pytest.mark.django_db
def test_earlier_front_page_is_taken_back_as_a_new_edition(desk, cast):
    first, second = make_article(), make_article()
    old = lay_out(slot(first, headline="As it was"), slot(second, "featured"), by=cast.editor)
    lay_out(slot(second), by=cast.editor)
    page = desk.get(reverse("admin:articles_frontpage_history"))
    assert [edition.number for edition in page.context["editions"]] == [2, 1]
    assert "Ibrahim Rédacteur" in page.text
    path = reverse("admin:articles_frontpage_take_back", args=[old.number])
    assert desk.get(path).status_code == 405
    assert desk.post(path, {"base": 2})["Location"] == DESK
    assert placed() == [("featured", second.pk, ""), ("lead", first.pk, "As it was")]
    newest = front_page_desk.newest()
    assert (newest.number, newest.taken_from, newest.saved_by) == (3, old, cast.editor)
    assert old.slots.count() == 2


@pytest.mark.django_db
@pytest.mark.parametrize("base", ["1", "", "x", "9" * 5000])
def test_taking_back_over_somebody_s_newer_page_is_refused(desk, cast, base):
    article = make_article()
    old = lay_out(slot(article), by=cast.editor)
    lay_out(by=cast.editor)
    path = reverse("admin:articles_frontpage_take_back", args=[old.number])
    answer = desk.post(path, {"base": base}, follow=True)
    assert "Rien n’a changé" in answer.text
    assert FrontPage.objects.count() == 2


@pytest.mark.django_db
def test_pins_that_ended_are_not_taken_back(cast, time_machine):
    article = make_article()
    old = lay_out(slot(article, pinned_until=timezone.now() + HOUR), by=cast.editor)
    time_machine.move_to(timezone.now() + 2 * HOUR)
    assert front_page_desk.take_back(old, base=1, by=cast.editor).slots.count() == 0


@pytest.mark.django_db
def test_earlier_front_page_can_be_looked_at_through_the_door(desk, cast):
    hidden = make_article(headline="Hidden words")
    old = lay_out(slot(hidden, headline="Its own words"), by=cast.editor)
    path = reverse("admin:articles_frontpage_edition", args=[old.number])
    assert "Its own words" in desk.get(path).text
    Article.objects.filter(pk=hidden.pk).update(status="withdrawn")
    answer = desk.get(path)
    assert "Its own words" not in answer.text
    assert "no-store" in answer["Cache-Control"]
    assert desk.get(reverse("admin:articles_frontpage_edition", args=[77])).status_code == 404
    assert desk.get(reverse("admin:articles_frontpage_edition", args=[10**30])).status_code == 404


@pytest.mark.django_db
def test_history_goes_on_a_page_at_a_time_with_the_same_queries(desk, cast, django_assert_max_num_queries):
    for _ in range(25):
        lay_out(by=cast.editor)
    path = reverse("admin:articles_frontpage_history")
    with django_assert_max_num_queries(12):
        page = desk.get(path)
    assert (len(page.context["editions"]), page.context["older"]) == (20, 6)
    older = desk.get(f"{path}?before=6")
    assert [edition.number for edition in older.context["editions"]] == [5, 4, 3, 2, 1]
    assert desk.get(f"{path}?before={'9' * 400}").status_code == 200


@pytest.mark.django_db
def test_search_offers_what_readers_see_or_will_see(desk):
    shown = make_article(headline="Le fleuve monte")
    coming = make_article(headline="Le fleuve redescend", published_at=timezone.now() + HOUR)
    for status in ("draft", "to_review", "withdrawn"):
        make_article(headline="Le fleuve caché", status=status)
    results = desk.get(reverse("admin:articles_frontpage_suggest"), {"q": "fleuve"}).json()["results"]
    assert [(one["id"], one["state"]) for one in results] == [(coming.pk, "scheduled"), (shown.pk, "published")]
    assert re.search(r"Programmé · \w+ \d+ \w+ \d{4} à \d\d:\d\d", results[0]["detail"])
    assert desk.get(reverse("admin:articles_frontpage_suggest"), {"q": "\x00'%"}).json() == {"results": []}


@pytest.mark.django_db
def test_without_javascript_one_searches_keeps_and_orders_by_numbers(desk):
    first, second = make_article(headline="Le fleuve"), make_article(headline="Le marché")
    typed = sent({"article": first, "headline": "Typed"}) | {"step": "find", "q": "marché", "into": "featured"}
    found = desk.post(DESK, typed)
    assert f'name="keep" value=":{second.pk}"' in found.text
    assert 'value="Typed"' in found.text
    kept = desk.post(DESK, typed | {"keep": f":{second.pk}"})
    plan = {item["spot"].key: item["forms"] for item in kept.context["plan"]}
    assert [form.pick["id"] for form in plan["featured"]] == [second.pk]
    assert [form["headline"].value() for form in plan["lead"]] == ["Typed"]
    assert 'name="slots-1-position"' in kept.text
    assert not FrontPage.objects.exists()


@pytest.mark.django_db
def test_database_refuses_an_article_twice_and_a_section_slot_without_section(cast):
    article = make_article()
    for slots in (
        [slot(article), slot(article, "featured")],
        [slot(article, "section")],
        [slot(article, "lead", section=make_section())],
    ):
        edition = FrontPage.objects.create(number=FrontPage.objects.count() + 1)
        for one in slots:
            one.front_page = edition
        with pytest.raises(IntegrityError), transaction.atomic():
            FrontPageSlot.objects.bulk_create(slots)


@pytest.mark.django_db
def test_article_deleted_between_form_and_save_is_told(cast):
    article = make_article()
    with pytest.raises(front_page_desk.FrontPageError):
        front_page_desk.save([slot(article, position=1), slot(article, position=2)], base=0, by=cast.editor)
    assert not FrontPage.objects.exists()


@pytest.mark.django_db
def test_screen_shows_what_fills_the_featured_row_behind_one_by_hand(desk, cast):
    articles = [make_article(published_at=timezone.now() - n * HOUR) for n in range(1, 12)]

    def fills():
        plan = {item["spot"].key: item for item in desk.get(DESK).context["plan"]}
        return [fill["id"] for fill in plan["featured"]["fills"]]

    assert fills() == []
    lay_out(slot(articles[10], "featured"), by=cast.editor)
    assert fills() == [article.pk for article in articles[5:8]]
    assert "Se remplit tout seul" in desk.get(DESK).text


@pytest.mark.django_db
def test_without_javascript_a_new_lead_replaces_the_former_and_the_page_names_both(desk):
    former, new = make_article(headline="La crue"), make_article(headline="Le marché")
    coming = make_article(published_at=timezone.now() + HOUR)
    data = sent({"article": former}, {"article": coming}) | {"keep": f":{new.pk}", "into": "lead"}
    answer = desk.post(DESK, data)
    plan = {item["spot"].key: item["forms"] for item in answer.context["plan"]}
    assert {form.pick["id"] for form in plan["lead"]} == {coming.pk, new.pk}
    assert "« Le marché » remplace « La crue » : Ouverture" in answer.text.replace("\u00a0", " ")
    saved = {field.html_name: field.value() for form in plan["lead"] for field in form if field.value() is not None}
    count = {"slots-TOTAL_FORMS": 3, "slots-INITIAL_FORMS": 0, "base": 0, "step": "save"}
    assert desk.post(DESK, saved | count).status_code == 302


@pytest.mark.django_db
def test_scheduled_lead_waits_beside_the_present_one(desk):
    present, coming = make_article(), make_article(published_at=timezone.now() + HOUR)
    answer = desk.post(DESK, sent({"article": present}) | {"keep": f"lead:{coming.pk}"})
    plan = {item["spot"].key: item["forms"] for item in answer.context["plan"]}
    assert {form.pick["id"] for form in plan["lead"]} == {present.pk, coming.pk}


@pytest.mark.django_db
def test_search_says_where_an_article_stands_already(desk):
    article = make_article(headline="Le fleuve")
    row = {"article": article, "place": "secondary"}
    page = desk.post(DESK, sent(row) | {"step": "find", "q": "fleuve", "into": "lead"}).text
    assert "Déjà placé : Autour de l’ouverture" in page.replace("\u00a0", " ")
    assert f'value=":{article.pk}"' not in page


def test_screen_shows_the_headline_that_readers_see(desk, cast):
    article = live(by=cast.editor, headline="What readers see")
    rewrite(article, by=cast.editor, headline="In the making")
    lay_out(slot(article), by=cast.editor)
    page = desk.get(DESK, {"q": ""}).text
    assert "What readers see" in page
    assert "In the making" not in page
