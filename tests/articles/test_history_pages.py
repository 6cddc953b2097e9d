"""The pages of an article's history: what each line says, two versions side by side, who sees and does what."""

import datetime as dt
import itertools
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles import workflow, working_copy
from articles.models import Article, Revision, Step
from articles.workflow import Instants
from tests.articles.test_versions import autosave, everything
from tests.articles.writing import draft, live, rewrite
from tests.factories import make_article, make_author, make_picture, make_section, make_user

pytestmark = pytest.mark.django_db
MINUTE = dt.timedelta(minutes=1)
PAYLOAD = """"><img src=x onerror=alert(1)>'</title></script>"""


@pytest.fixture
def enter(client, cast):
    def enter(role):
        client.force_login(getattr(cast, role), backend="django.contrib.auth.backends.ModelBackend")
        return client

    return enter


def address(view, *keys, **query):
    return reverse(f"admin:articles_article_{view}", args=keys, query=query)


def words_of(answer):
    """What a person reads: without tags, white space as one space."""
    main = answer.text[answer.text.index('id="content"') :]
    return " ".join(re.sub(r"<[^>]+>", " ", main).split())


def make_revisions(article, number, *, by):
    """So many versions in all, a minute apart, the newest now."""
    content, base = working_copy.open_copy(article)
    for n in range(number - article.revisions.count()):
        base = Revision.objects.create(
            article=article,
            base=base,
            schema=working_copy.SCHEMA,
            content=content | {"headline": f"Titre {n}"},
            author=by,
        )
    for n, revision in enumerate(article.revisions.all()):
        Revision.objects.filter(pk=revision.pk).update(created_at=timezone.now() - n * MINUTE)


def test_history_says_who_saved_when_and_what_was_done_with_it(enter, cast):
    article, first = draft(by=cast.pigiste)
    workflow.submit(article, first, by=cast.pigiste, note="À relire vite")
    second = rewrite(article, by=cast.editor, headline="Neuf")
    Revision.objects.filter(pk=first.pk).update(name="Premier jet")
    article.refresh_from_db()
    workflow.publish(article, second, Instants(), by=cast.editor, note="Vu avec le juriste")
    page = enter("editor").get(address("history", article.pk))
    newest, oldest = (lines_of(page)[revision.pk] for revision in (second, first))
    for said in (cast.editor.name, "Publié", "Vu avec le juriste", "La plus récente", "En ligne"):
        assert said in newest
        assert said == cast.editor.name or said not in oldest
    for said in (cast.pigiste.name, "Soumis", "À relire vite", "Premier jet"):
        assert said in oldest
        assert said not in newest


def lines_of(page):
    parts = re.split(r'<li id="version-(\d+)"', page.text)[1:]
    return {int(key): text for key, text in zip(parts[::2], parts[1::2], strict=True)}


def test_versions_of_one_minute_are_told_apart_by_their_seconds(enter, cast):
    article, _first = draft(by=cast.pigiste)
    make_revisions(article, 3, by=cast.editor)
    late, early, other = article.revisions.order_by("-pk")
    for revision, time in ((late, "03:58:41"), (early, "03:58:07"), (other, "03:57:30")):
        saved_at = dt.datetime.fromisoformat(f"2026-11-26T{time}+00:00")
        Revision.objects.filter(pk=revision.pk).update(created_at=saved_at)
    client = enter("editor")
    lines = lines_of(client.get(address("history", article.pk)))
    assert "<strong>03:58:41</strong>" in lines[late.pk]
    assert "(Version du jeudi 26 novembre 2026 à 03:58:07)" in lines[early.pk]
    assert "<strong>03:57</strong>" in lines[other.pk]
    comparison = client.get(address("compare", article.pk, **{"from": other.pk, "to": early.pk}))
    titles = [side["title"] for side in comparison.context["sides"]]
    assert titles == ["Version du jeudi 26 novembre 2026 à 03:57", "Version du jeudi 26 novembre 2026 à 03:58:07"]
    assert "novembre 2026 à 03:58:41 · " in comparison.context["choices"][0][1]


def test_withdrawal_which_names_no_version_stands_at_the_one_of_its_time(enter, cast, time_machine):
    time_machine.move_to(dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC), tick=False)
    article = live(by=cast.editor)
    online = working_copy.newest(article)
    time_machine.shift(60)
    workflow.withdraw(article, by=cast.editor, note="Décision de justice")
    time_machine.shift(60)
    later = rewrite(article, by=cast.editor, headline="Après")
    lines = lines_of(enter("editor").get(address("history", article.pk)))
    assert "Décision de justice" in lines[online.pk]
    assert "Décision de justice" not in lines[later.pk]
    assert "En ligne" not in lines[online.pk]


def test_scheduled_version_says_when_it_will_be_seen(enter, cast):
    article = live(by=cast.editor, at=timezone.now().replace(microsecond=0) + 60 * MINUTE)
    newest = working_copy.newest(article)
    assert "Paraîtra" in lines_of(enter("editor").get(address("history", article.pk)))[newest.pk]
    other = live(by=cast.editor)
    later = rewrite(other, by=cast.editor, headline="À l’heure dite")
    Revision.objects.filter(pk=later.pk).update(go_live_at=dt.datetime(2030, 1, 2, 6, tzinfo=dt.UTC))
    line = lines_of(enter("editor").get(address("history", other.pk)))[later.pk]
    assert "Paraîtra mercredi 2 janvier 2030 à 06:00" in line


def test_autosaves_are_one_line_each_open_to_comparison(enter, cast, time_machine):
    time_machine.move_to(dt.datetime(2026, 11, 23, 12, 3, tzinfo=dt.UTC), tick=False)
    article, first = draft(by=cast.editor)
    typed = [autosave(article, by=cast.journalist, headline="Tapé"), autosave(article, by=cast.editor, days=1)]
    page = enter("editor").get(address("history", article.pk))
    said = f"2 enregistrements automatiques : {cast.journalist.name} 12:03, {cast.editor.name} hier à 12:03"
    assert said in words_of(page).replace("\u00a0", " ")
    assert set(lines_of(page)) == {first.pk}
    for revision in typed:
        assert f"from={first.pk}&amp;to={revision.pk}" in page.text
    shown = enter("editor").get(address("compare", article.pk, **{"from": first.pk, "to": typed[0].pk}))
    assert "Tapé" in shown.text


def test_autosaves_are_not_versions(enter, cast):
    """ARCHITECTURE § 5: an autosave is never the newest, never a base, and protects nothing that it does not name."""
    article, first = draft(by=cast.editor)
    autosave(article, by=cast.journalist, headline="Tapé")
    assert working_copy.newest(article) == first
    assert working_copy.open_copy(article)[0]["headline"] != "Tapé"
    second = working_copy.save(article, first.content | {"headline": "Enregistré"}, base=first.pk, by=cast.editor)
    assert (second.base, working_copy.newest(article)) == (first, second)


def test_whoever_may_not_edit_sees_nobodys_autosave_but_their_own(enter, cast):
    article, first = draft(by=cast.editor)
    theirs = autosave(article, by=cast.editor, headline="Secret tapé")
    own = autosave(article, by=cast.journalist, headline="À moi")
    page = enter("journalist").get(address("history", article.pk))
    assert f"to={theirs.pk}" not in page.text
    assert f"to={own.pk}" in page.text
    for query in ({"to": theirs.pk}, {"from": theirs.pk}, {"from": theirs.pk, "to": first.pk}):
        assert enter("journalist").get(address("compare", article.pk, **query)).status_code == 404
    shown = enter("journalist").get(address("compare", article.pk))
    assert f'value="{theirs.pk}"' not in shown.text
    assert enter("journalist").post(address("restore", article.pk, theirs.pk), {"base": first.pk}).status_code == 404


def test_reader_of_the_history_who_may_not_edit_finds_no_button(enter, cast):
    article, first = draft(by=cast.editor)
    newest = rewrite(article, by=cast.editor, headline="Neuf")
    before = everything()
    for view in ("history", "compare"):
        page = enter("journalist").get(address(view, article.pk))
        assert page.status_code == 200
        assert 'method="post" class="version' not in page.text
    assert enter("journalist").post(address("name", article.pk, first.pk), {"name": "x"}).status_code == 403
    assert enter("journalist").post(address("restore", article.pk, first.pk), {"base": newest.pk}).status_code == 403
    assert everything() == before


@pytest.mark.parametrize("role", ["pigiste", "moderator", "subscriptions_desk"])
def test_versions_of_others_are_not_found(enter, cast, role):
    """A15: the answer is that for an article that is not."""
    article, first = draft(by=cast.editor, headline="canarizq7")
    second = rewrite(article, by=cast.editor, headline="canarizq8")
    client, none = enter(role), 10**6
    for key in (article.pk, none):
        answers = [
            client.get(address("history", key)),
            client.get(address("compare", key)),
            client.get(address("compare", key, **{"from": first.pk, "to": second.pk})),
            client.post(address("restore", key, first.pk), {"base": second.pk}),
            client.post(address("name", key, first.pk), {"name": "x"}),
        ]
        assert {answer.status_code for answer in answers} == {404}
        assert not any("canarizq" in answer.text for answer in answers)
    assert not Revision.objects.exclude(name="").exists()
    assert article.revisions.count() == 2


@pytest.mark.parametrize("role", ["reader", "subscriber"])
def test_readers_do_not_enter(enter, cast, role):
    article, first = draft(by=cast.editor)
    for path in (
        address("history", article.pk),
        address("compare", article.pk),
        address("name", article.pk, first.pk),
    ):
        assert enter(role).get(path).status_code in {302, 403}


def test_versions_of_another_article_are_not_found(enter, cast):
    """A15: with an own article as the way in."""
    mine, own = draft(by=cast.pigiste)
    _other, theirs = draft(by=cast.editor, headline="canarizq7")
    for query in ({"to": theirs.pk}, {"from": theirs.pk}, {"from": own.pk, "to": theirs.pk}):
        answer = enter("pigiste").get(address("compare", mine.pk, **query))
        assert (answer.status_code, "canarizq7" in answer.text) == (404, False)
    assert enter("pigiste").post(address("restore", mine.pk, theirs.pk), {"base": own.pk}).status_code == 404
    assert enter("pigiste").post(address("name", mine.pk, theirs.pk), {"name": "x"}).status_code == 404
    assert mine.revisions.count() == 1


@pytest.mark.parametrize("key", ["0", "-1", "x", "9" * 30, "²", "1 2", "%00"])
def test_odd_keys_are_not_found(enter, cast, key):
    article, _revision = draft(by=cast.editor)
    client = enter("editor")
    for name in ("from", "to"):
        assert client.get(f"{address('compare', article.pk)}?{name}={key}").status_code == 404
    assert client.get(f"{address('history', article.pk)}?avant={key}").status_code == 404
    assert client.get(f"/admin/articles/article/{key}/compare/").status_code == 404


def test_pages_answer_only_to_their_method(enter, cast):
    article, first = draft(by=cast.editor)
    for view in ("restore", "name"):
        assert enter("editor").get(address(view, article.pk, first.pk)).status_code == 405
    assert enter("editor").post(address("compare", article.pk)).status_code == 405
    assert article.revisions.count() == 1


def test_article_that_nobody_saved_here_has_an_empty_history(enter, cast):
    article = make_article()
    page = enter("editor").get(address("history", article.pk))
    assert "Personne n’a encore enregistré" in page.text
    assert enter("editor").get(address("compare", article.pk)).url == address("history", article.pk)


def test_comparison_shows_every_field_that_differs_and_names_the_others(enter, cast):
    author, section, picture, related = make_author(), make_section(), make_picture(alt="Une vue"), make_article()
    article, first = draft(
        by=cast.editor, kicker="Mali", headline="Le chat dort", body="<p>Un. Deux.</p>", tags=["Avant"]
    )
    changes = {
        "headline": "Le gros chat dort",
        "standfirst": "Un chapô",
        "body": f'<p>Un. Trois.</p><aside data-article="{related.pk}"></aside>',
        "picture": picture.pk,
        "picture_caption": "Légende",
        "section": section.pk,
        "bylines": [{"author": author.pk, "role": "guest"}],
        "tags": ["Après"],
        "related": [related.pk],
        "slug": "le-gros-chat",
        "language": "en",
        "access": "subscribers",
        "comments_open": False,
        "minor": True,
    }
    rewrite(article, by=cast.editor, **changes)
    comparison = enter("editor").get(address("compare", article.pk)).context["comparison"]
    assert {change.name for change in comparison.changes} == set(changes)
    assert comparison.same == ["Surtitre"]
    shown = words_of(enter("editor").get(address("compare", article.pk, **{"from": first.pk})))
    for said in (author.name, section.name, "Une vue", related.headline, "Avant", "Après", "Abonnés", "Invité"):
        assert said in shown
    assert "Identiques" in shown


def test_changes_are_marked_for_those_who_see_no_colour_and_for_those_who_listen(enter, cast):
    article, _first = draft(by=cast.editor, headline="Le chat dort")
    rewrite(article, by=cast.editor, headline="Le gros chat")
    page = enter("editor").get(address("compare", article.pk)).text
    assert re.search(r"<ins><span class=\"visually-hidden\">\[ajouté\u00a0: </span> gros", page)
    assert re.search(r"<del><span class=\"visually-hidden\">\[retiré\u00a0: </span> dort", page)


def test_whatever_a_version_holds_is_text_in_the_comparison(enter, cast):
    """E03"""
    article, first = draft(by=cast.editor, headline="Un")
    texts = dict.fromkeys(("headline", "standfirst", "picture_caption"), PAYLOAD) | {"kicker": PAYLOAD[:60]}
    hostile = {"tags": [PAYLOAD[:50]], "body": f"<p>{PAYLOAD}</p>", "bylines": [{"author": 9, "role": PAYLOAD}]}
    section, author = make_section(name=PAYLOAD), make_author(name=PAYLOAD)
    hostile |= {"section": section.pk, "picture": make_picture(alt=PAYLOAD, caption=PAYLOAD).pk}
    hostile["bylines"].append({"author": author.pk, "role": "author"})
    last = rewrite(article, by=cast.editor, **texts, **hostile)
    Revision.objects.update(name=PAYLOAD, note=PAYLOAD)
    Step.objects.create(article=article, kind="submitted", by=cast.editor, revision=first, note=PAYLOAD)
    client = enter("editor")
    back = address("compare", article.pk, **{"from": last.pk, "to": first.pk})
    for path in (address("history", article.pk), address("compare", article.pk), back):
        page = client.get(path)
        assert page.status_code == 200
        assert "&lt;img src=x" in page.text
        assert "<img src=x" not in page.text
        assert "</title></script>" not in page.text
    refused = client.post(address("name", article.pk, first.pk), {"name": PAYLOAD * 3})
    assert (refused.status_code, "<img src=x" in refused.text) == (422, False)


def test_titles_that_the_person_may_not_know_are_not_in_the_comparison(enter, cast):
    """A15: an article beside the text, put there by an editor."""
    hidden, _revision = draft(by=cast.editor, headline="canarizq7")
    article, first = draft(by=cast.pigiste)
    body = f'<p>x</p><aside data-article="{hidden.pk}"></aside>'
    rewrite(article, by=cast.editor, related=[hidden.pk], body=body)
    assert "canarizq7" not in enter("pigiste").get(address("compare", article.pk)).text
    assert "canarizq7" in enter("editor").get(address("compare", article.pk)).text
    assert first.content["related"] == []


def test_comparison_reads_versions_of_an_older_schema(enter, cast, monkeypatch):
    article, first = draft(by=cast.editor)
    rewrite(article, by=cast.editor, headline="D’aujourd’hui")
    Revision.objects.filter(pk=first.pk).update(schema=0, content={"title": "D’un autre temps"})
    monkeypatch.setitem(working_copy.UPGRADERS, 0, lambda old: {"headline": old["title"]})
    page = enter("editor").get(address("compare", article.pk))
    assert "autre temps" in words_of(page)


def test_what_was_deleted_since_is_named_so_in_the_comparison(enter, cast):
    picture = make_picture()
    article, _first = draft(
        by=cast.editor, picture=picture.pk, related=[10**6], body='<aside data-article="999999"></aside>'
    )
    rewrite(article, by=cast.editor, picture=None, related=[], body="<p>x</p>")
    picture.delete()
    shown = words_of(enter("editor").get(address("compare", article.pk)))
    assert "Photo supprimée" in shown
    assert shown.count("Article supprimé") >= 2


def test_editor_goes_back_to_a_version(enter, cast):
    article = live(by=cast.editor, headline="Ancien")
    first = working_copy.newest(article)
    second = rewrite(article, by=cast.editor, headline="Neuf")
    answer = enter("editor").post(address("restore", article.pk, first.pk), {"base": second.pk}, follow=True)
    assert answer.redirect_chain == [(address("change", article.pk), 302)]
    assert "Rétabli" in answer.text
    assert answer.context["form"]["headline"].value() == "Ancien"
    assert Article.objects.get(pk=article.pk).headline == "Ancien"
    assert second in article.revisions.all()


def test_going_back_too_late_shows_what_would_change_now(enter, cast):
    article, first = draft(by=cast.editor, headline="Ancien")
    stale = rewrite(article, by=cast.editor, headline="Neuf")
    theirs = rewrite(article, by=cast.journalist, headline="Entre-temps")
    answer = enter("editor").post(address("restore", article.pk, first.pk), {"base": stale.pk}, follow=True)
    assert answer.redirect_chain == [(address("compare", article.pk, **{"from": theirs.pk, "to": first.pk}), 302)]
    assert cast.journalist.name in answer.text
    assert "Entre-temps" in answer.text
    assert working_copy.newest(article) == theirs
    again = enter("editor").post(address("restore", article.pk, first.pk), {"base": theirs.pk})
    assert again.url == address("change", article.pk)


@pytest.mark.parametrize("base", ["", "x", "-1", "9" * 40])
def test_going_back_from_nowhere_changes_nothing(enter, cast, base):
    article, first = draft(by=cast.editor)
    rewrite(article, by=cast.editor, headline="Neuf")
    assert enter("editor").post(address("restore", article.pk, first.pk), {"base": base}).status_code == 302
    assert article.revisions.count() == 2


def test_going_back_tells_what_is_missing(enter, cast):
    section = make_section()
    article, first = draft(by=cast.editor, section=section)
    second = rewrite(article, by=cast.editor, section=make_section().pk)
    section.delete()
    answer = enter("editor").post(address("restore", article.pk, first.pk), {"base": second.pk}, follow=True)
    assert "La rubrique de cette version a été supprimée" in answer.text


def test_going_back_to_the_newest_says_that_nothing_changed(enter, cast):
    article, first = draft(by=cast.editor)
    answer = enter("editor").post(address("restore", article.pk, first.pk), {"base": first.pk}, follow=True)
    assert "rien n’a été modifié" in answer.text
    assert article.revisions.count() == 1


def test_name_is_given_changed_and_taken_away_where_the_person_is(enter, cast):
    article, first = draft(by=cast.editor)
    make_revisions(article, 31, by=cast.editor)
    client = enter("editor")
    older = client.get(address("history", article.pk)).context["page"].older_url
    page = client.get(older).text
    action = re.search(rf'action="({address("name", article.pk, first.pk)}\?avant=[^"]*)"', page)[1]
    for name in ("Premier jet", "Bon à tirer", ""):
        answer = client.post(action, {"name": name})
        assert answer.url == f"{older}#version-{first.pk}"
        assert Revision.objects.get(pk=first.pk).name == name
        assert (name or "n’a plus de nom") in client.get(older).text


def test_name_that_is_too_long_is_refused_and_stays_in_its_field(enter, cast):
    article, first = draft(by=cast.editor)
    answer = enter("editor").post(address("name", article.pk, first.pk), {"name": "Long " * 20})
    assert answer.status_code == 422
    assert "80 caractères au plus" in answer.text
    assert f'value="{"Long " * 20}"' in answer.text
    assert Revision.objects.get().name == ""


def test_history_is_read_a_page_at_a_time_there_and_back(enter, cast):
    article, _first = draft(by=cast.editor)
    make_revisions(article, 65, by=cast.editor)
    client, path, seen = enter("editor"), address("history", article.pk), []
    while path:
        page = client.get(path).context["page"]
        seen.append([revision.pk for revision in page.items])
        path = page.older_url
    assert [len(keys) for keys in seen] == [30, 30, 5]
    assert list(itertools.chain(*seen)) == list(article.revisions.values_list("pk", flat=True))
    assert [revision.pk for revision in client.get(page.newer_url).context["page"].items] == seen[1]


PAGES = {
    "history": lambda article: address("history", article.pk),
    "compare": lambda article: address("compare", article.pk),
    "change": lambda article: address("change", article.pk),
}


@pytest.mark.parametrize("view", PAGES)
@pytest.mark.parametrize("role", ["editor", "journalist"])
def test_page_takes_the_same_queries_for_200_versions_as_for_2(enter, cast, view, role):
    article = live(by=cast.editor)
    client, counts = enter(role), []
    for number in (2, 200):
        make_revisions(article, number, by=cast.editor)
        for revision in article.revisions.all()[:number]:
            Step.objects.create(article=article, kind="updated", by=cast.editor, revision=revision, note="x")
        autosave(article, by=make_user(is_staff=True))
        path = PAGES[view](article)
        assert client.get(path).status_code == 200
        with CaptureQueriesContext(connection) as seen:
            client.get(path)
        counts.append(len(seen))
    assert counts[0] == counts[1] <= 20


def test_history_does_not_load_the_texts(enter, cast):
    article, _first = draft(by=cast.editor, body=f"<p>{'mot ' * 20_000}</p>")
    make_revisions(article, 20, by=cast.editor)
    with CaptureQueriesContext(connection) as seen:
        enter("editor").get(address("history", article.pk))
    reads = [query["sql"] for query in seen if '"articles_revision"."content"' in query["sql"]]
    assert all("LIMIT 1" in sql for sql in reads)


def test_form_leads_to_the_history(enter, cast):
    article, _first = draft(by=cast.editor)
    for role in ("editor", "journalist"):
        assert f'href="{address("history", article.pk)}"' in enter(role).get(address("change", article.pk)).text
