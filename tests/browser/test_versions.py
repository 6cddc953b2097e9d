"""An editor finds an earlier version, sees what changed, names it and goes back to it, on a desk and on a phone."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from articles import working_copy
from articles.models import Article
from tests.articles.test_versions import autosave
from tests.articles.writing import live, rewrite
from tests.browser.test_accessibility import OPTIONS
from tests.factories import make_newspaper

BODY = "".join(f"<p>Paragraphe {n} du texte, qui ne change pas.</p>" for n in range(9))


@pytest.fixture
def article(site, cast):
    """Online in one version, saved in another since, and being typed in."""
    make_newspaper()
    article = live(by=cast.editor, headline="Le fleuve monte", body=f"<p>La digue tient.</p>{BODY}", tags=["Crue"])
    rewrite(article, by=cast.journalist, headline="Le grand fleuve monte", body=f"<p>La digue cède.</p>{BODY}")
    autosave(article, by=cast.journalist, headline="En cours")
    return article


@pytest.fixture
def enter(visit, sign_in, cast):
    """``enter(width=390)``: an editor's page."""

    def enter(**how):
        page = visit(**how)
        sign_in(page, cast.editor)
        return page

    return enter


def complaints(page):
    found = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        found += [f"{scheme}: {one['id']}" for one in Axe().run(page, options=OPTIONS).response["violations"]]
    return found


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("javascript", [True, False], ids=["scripts", "none"])
def test_editor_compares_two_versions_and_goes_back_to_one(enter, article, width, javascript):
    page = enter(width=width, javascript=javascript)
    page.goto(f"/admin/articles/article/{article.pk}/change/")
    page.locator(".desk-saved").get_by_role("link", name="Historique").click()
    expect(page.locator(".history-typed summary")).to_contain_text("1 enregistrement automatique")
    online = page.locator(".version", has_text="En ligne")
    online.locator("summary").click()
    online.get_by_label("Nom de cette version").fill("Avant la crue")
    online.get_by_role("button", name="Garder ce nom").click()
    expect(page.locator(".messagelist")).to_contain_text("Avant la crue")
    expect(page.locator(".version-name")).to_have_text("Avant la crue")
    if javascript:
        page.locator(".version summary").last.click()
        assert complaints(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width

    page.get_by_role("button", name="Comparer les deux versions choisies").click()
    expect(page.locator("h1")).to_have_text("Comparer deux versions")
    changed = page.locator(".change-body .change-row").first
    expect(changed.locator("del:visible")).to_contain_text("tient")
    expect(changed.locator("ins:visible")).to_contain_text("cède")
    columns = changed.locator(".change-cell:visible")
    expect(columns).to_have_count(2 if width >= 1024 else 1)
    expect(page.get_by_text("Paragraphe 5 du texte").first).to_be_hidden()
    page.locator(".change-folded summary").click()
    expect(page.get_by_text("Paragraphe 5 du texte").first).to_be_visible()
    expect(page.locator(".comparison-same")).to_contain_text("Mots-clés")
    if javascript:
        page.locator(".compare-others summary").click()
        assert complaints(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width

    page.get_by_role("button", name="Rétablir cette version").click()
    expect(page.locator(".desk-said")).to_contain_text("Rétabli")
    expect(page.locator("#id_headline")).to_have_value("Le fleuve monte")
    assert Article.objects.get().headline == "Le fleuve monte"
    assert article.revisions.filter(is_autosave=False).count() == 3


@pytest.mark.parametrize("width", [390, 1280])
def test_stale_save_shows_the_comparison_and_both_texts(enter, cast, article, troubles, width):
    """D15"""
    troubles.expect("409")
    page = enter(width=width)
    page.goto(f"/admin/articles/article/{article.pk}/change/")
    page.locator("#id_headline").fill("Ma version du titre")
    rewrite(article, by=cast.journalist, headline="Sa version du titre")
    page.get_by_role("button", name="Enregistrer comme brouillon").click()
    conflict = page.locator(".desk-conflict")
    expect(conflict.locator("h2")).to_contain_text(cast.journalist.name)
    expect(conflict.locator(".change-headline del:visible")).to_contain_text("Sa")
    expect(conflict.locator(".change-headline ins:visible")).to_contain_text("Ma")
    expect(page.locator("#id_headline")).to_have_value("Ma version du titre")
    conflict.locator("summary", has_text="Son texte en entier").click()
    expect(conflict.locator(".conflict-body")).to_contain_text("Paragraphe 8")
    assert complaints(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.get_by_role("button", name="Enregistrer comme brouillon").click()
    expect(page.locator(".desk-said")).to_contain_text("enregistré")
    titles = [working_copy.read(revision)["headline"] for revision in article.revisions.filter(is_autosave=False)[:2]]
    assert titles == ["Ma version du titre", "Sa version du titre"]
