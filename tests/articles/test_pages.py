"""Static pages: readers get the published ones; the desk writes them, begins with usual texts and loses nothing."""

import re

import pytest
from django.contrib import admin
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.urls import reverse

from articles.models import Newspaper, Page
from articles.page_form import PageForm
from articles.usual_pages import LANGUAGES, make_usual_pages
from tests.factories import make_article, make_newspaper, make_page, make_picture, make_user
from tests.wsgi import request
from web.html import clean

pytestmark = pytest.mark.django_db
ADD = "/admin/articles/page/add/"
LIST = "/admin/articles/page/"
USUAL = "/admin/articles/page/usual/"
ATTACK = '"><img src=x onerror=alert(1)>'


@pytest.fixture
def desk(client, cast):
    make_newspaper()
    client.force_login(cast.editor, backend="django.contrib.auth.backends.ModelBackend")
    return client


def form(**fields):
    return {"title": "Contact", "slug": "contact", "body": "<p>Text.</p>", "purpose": "", **fields}


def test_published_page_is_read_at_its_address_in_four_queries(client, django_assert_num_queries):
    """The page, its pictures, the newspaper, the menus."""
    make_newspaper()
    picture = make_picture(renditions={"jpeg": [{"name": "a.jpg", "width": 960, "height": 640}]})
    page = make_page(
        title="Contact", slug="contact", body=f'<p>Words.</p><figure data-picture="{picture.pk}"></figure>'
    )
    with django_assert_num_queries(4):
        text = client.get("/page/contact/").text
    assert page.get_absolute_url() == "/page/contact/"
    assert "<h1>Contact</h1>" in text
    assert "<p>Words.</p>" in text
    assert "/media/a.jpg" in text


def test_draft_page_is_not_found_for_readers_and_answers_like_an_unknown_one():
    make_page(slug="contact", is_published=False, title="canarydraft")
    draft, unknown = request("/page/contact/"), request("/page/none/")
    assert (draft.status, draft.body) == (404, unknown.body)
    assert "canarydraft" not in request("/").body


def test_draft_is_previewed_by_the_desk_alone(client, cast):
    page = make_page(is_published=False, title="canarydraft")
    address = reverse("admin:articles_page_preview", args=[page.pk])
    for role, status in (("journalist", 403), ("reader", 302), ("editor", 200)):
        client.force_login(getattr(cast, role), backend="django.contrib.auth.backends.ModelBackend")
        response = client.get(address)
        assert response.status_code == status
        assert ("canarydraft" in response.text) is (role == "editor")
    assert "no-store" in response["Cache-Control"]
    assert "Aperçu d’un brouillon" in response.text


def test_form_leads_to_what_readers_see_or_would(desk):
    live, draft = make_page(), make_page(is_published=False)
    assert f'href="{live.get_absolute_url()}"' in desk.get(reverse("admin:articles_page_change", args=[live.pk])).text
    preview = reverse("admin:articles_page_preview", args=[draft.pk])
    assert f'href="{preview}"' in desk.get(reverse("admin:articles_page_change", args=[draft.pk])).text


def test_page_is_written_in_the_form(desk, cast):
    body = f'<p onclick="x()">Words<script>alert(1)</script></p><aside data-article="{make_article().pk}"></aside>'
    assert desk.post(ADD, form(body=body, is_published="on")).status_code == 302
    page = Page.objects.get()
    assert (page.body, page.is_published, page.changed_by) == ("<p>Words</p>", True, cast.editor)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"slug": "taken"}, "existe déjà"),
        ({"slug": "with spaces"}, "slug"),
        ({"title": ""}, "obligatoire"),
        ({"purpose": "charter"}, "Une autre page a déjà cet usage"),
        ({"body": "", "is_published": "on"}, "Une page que les lecteurs trouvent a un texte"),
    ],
)
def test_refused_form_says_why_and_keeps_the_text(desk, fields, sentence):
    make_page(slug="taken", purpose="charter")
    sent = form(body="<p>Long work &amp; more.</p>") | fields
    page = desk.post(ADD, sent)
    assert page.status_code == 200
    assert sentence in page.text
    assert ("Long work &amp;amp; more." in page.text) is bool(sent["body"])
    assert Page.objects.count() == 1


def test_colleague_s_later_change_is_not_undone(desk):
    page = make_page(title="Mine")
    address = reverse("admin:articles_page_change", args=[page.pk])
    stale = desk.get(address).context["adminform"].form.initial["seen"]
    assert desk.post(address, form(title="Theirs", seen=stale)).status_code == 302
    answer = desk.post(address, form(title="Mine again", seen=stale))
    assert "a enregistré cette page entre-temps" in answer.text
    assert "Mine again" in answer.text
    assert Page.objects.get().title == "Theirs"
    fresh = re.search(r'name="seen" value="([^"]*)"', answer.text).group(1)
    assert desk.post(address, form(title="Mine again", seen=fresh)).status_code == 302
    assert Page.objects.get().title == "Mine again"


def test_whoever_saves_second_reads_what_the_first_one_saved(desk):
    page = make_page(title="Contact", body="<p>Nous sommes au port.</p>")
    address = reverse("admin:articles_page_change", args=[page.pk])
    stale = desk.get(address).context["adminform"].form.initial["seen"]
    picture = make_picture(alt="Le port")
    theirs = f'<p>Nous sommes au marché.</p><figure data-picture="{picture.pk}"></figure>'
    desk.post(address, form(title="Nous écrire", body=theirs, seen=stale))
    answer = desk.post(address, form(title="Contact", body="<p>Nous sommes à la gare.</p>", seen=stale))
    changes = {change.name: change for change in answer.context["meanwhile"]["comparison"].changes}
    assert [run.text for run in changes["title"].passages[0].rows[0].runs] == ["Nous écrire", "Contact"]
    assert ">]</span></del>" in answer.text
    assert "<p>Nous sommes au marché.</p>" in answer.text
    assert Page.objects.get().title == "Nous écrire"


def test_their_words_are_shown_also_where_mine_cannot_be_read(desk):
    page = make_page(title="Contact")
    address = reverse("admin:articles_page_change", args=[page.pk])
    stale = desk.get(address).context["adminform"].form.initial["seen"]
    desk.post(address, form(title="Theirs", body="<p>Their words.</p>", seen=stale))
    answer = desk.post(address, form(title="", body="<p>" + "<b>" * 100_000, seen=stale))
    assert answer.status_code == 200
    assert "<p>Their words.</p>" in answer.text


def test_editor_has_no_box_of_articles(desk):
    page = desk.get(ADD).text
    assert 'data-command="related"' not in page
    assert 'data-command="picture"' in page
    assert "Texte de la page" in page


def test_form_of_one_person_names_boxes_for_that_person_alone(desk, cast, rf):
    """Two requests at once: the second one’s form leaves the first one’s as it was, and the form that all share."""
    first, second = rf.get(ADD), rf.get(ADD)
    first.user, second.user = cast.editor, make_user(is_superuser=True, is_staff=True)
    pages = admin.site.get_model_admin(Page)
    forms = [pages.get_form(request)() for request in (first, second)]
    assert [form.fields["body"].widget.shelf.viewer for form in forms] == [first.user, second.user]
    assert PageForm.declared_fields["body"].widget.shelf is None


@pytest.mark.parametrize(
    "source", ['<ul><li><aside data-article="3"></aside></li></ul>', '<p>A</p><aside data-article="1"></aside>']
)
def test_cleaning_a_page_twice_gives_the_same(source):
    once = clean("page", source)
    assert "aside" not in once
    assert clean("page", once) == once


def test_two_pages_cannot_have_one_purpose():
    make_page(purpose="charter")
    make_page(purpose="")
    make_page(purpose="")
    with pytest.raises(IntegrityError), transaction.atomic():
        make_page(purpose="charter")


@pytest.mark.parametrize("language", LANGUAGES)
def test_usual_pages_are_drafts_with_what_is_known(language):
    make_newspaper(name="L’Écho & <Co>", public_email="desk@journal.example", phone="+223 20 22 00 00")
    made = make_usual_pages(language=language)
    assert {page.purpose for page in made} == set(Page.Purpose.values)
    assert not Page.objects.published().exists()
    text = "".join(page.body for page in made)
    assert "L’Écho &amp; &lt;Co&gt;" in text
    assert "mailto:desk@journal.example" in text
    assert ("À compléter" in text, "To complete" in text) == (language == "fr", language == "en")
    assert all(page.body == clean("page", page.body) for page in made)
    assert Page.objects.get(purpose="contact").title == "Contact"
    assert Page.objects.filter(slug="mentions-legales" if language == "fr" else "legal-notice").exists()


def test_usual_pages_touch_nothing_that_is_there(desk):
    mine = make_page(slug="contact", title="My contact", body="<p>Mine.</p>")
    charter = make_page(purpose="charter", title="Rules")
    answer = desk.post(USUAL, follow=True)
    assert "3 pages ont été créées en brouillon" in answer.text
    assert Page.objects.count() == 5
    for page in (mine, charter):
        assert Page.objects.get(pk=page.pk).body == page.body
    assert "rien n’a été modifié" in desk.post(USUAL, follow=True).text
    assert Page.objects.count() == 5


def test_usual_pages_are_made_by_post_and_by_right(desk, client, cast):
    assert desk.get(USUAL).status_code == 405
    assert USUAL in desk.get(LIST).text
    client.force_login(cast.journalist, backend="django.contrib.auth.backends.ModelBackend")
    assert client.post(USUAL).status_code == 403
    assert not Page.objects.exists()


def test_usual_pages_are_made_by_a_command(capsys):
    Newspaper.objects.all().delete()
    call_command("make_usual_pages", language="en")
    assert "5 made." in capsys.readouterr().out


def test_script_in_a_title_is_escaped_everywhere(desk):
    """E03"""
    page = make_page(title=ATTACK, slug="a", body="<p>x</p>")
    change = reverse("admin:articles_page_change", args=[page.pk])
    for path in ("/", "/page/a/", LIST, change, f"{change[:-7]}delete/", "/admin/articles/menuitem/footer/lines/"):
        answer = desk.get(path)
        assert answer.status_code == 200
        assert "<img src=x" not in answer.text


def test_body_that_came_from_elsewhere_is_cleaned_when_shown(client):
    make_page(slug="a", body="<p>Words</p><script>alert(1)</script><img src=x onerror=alert(1)>")
    page = client.get("/page/a/").text
    assert "<p>Words</p>" in page
    assert "alert(1)" not in page


@pytest.mark.parametrize("published", [True, False])
def test_contributions_lead_to_their_charter_once_it_is_published(client, cast, published):
    make_newspaper()
    article = make_article()
    charter = make_page(purpose="charter", slug="charte", is_published=published)
    client.force_login(cast.subscriber, backend="django.contrib.auth.backends.ModelBackend")
    room = client.get(f"{article.get_absolute_url()}contributions/", headers={"X-Requested-With": "fragment"}).text
    assert ("Lire la charte des contributions" in room) is published
    assert (charter.get_absolute_url() in room) is published
