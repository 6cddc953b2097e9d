"""« My contributions »: one's own, whatever became of them; no headline that the door hides, no other's words."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.factories import make_article, make_comment, make_newspaper, make_user

pytestmark = pytest.mark.django_db
OWN = reverse("my_contributions")


@pytest.fixture
def awa(client):
    make_newspaper()
    user = make_user(public_name="Awa")
    client.force_login(user)
    return user


def test_everybody_sees_their_own_and_nobody_elses(client, awa):
    article = make_article(headline="Le fleuve monte")
    mine = make_comment(article, awa, text="Mes mots")
    make_comment(article, make_user(), text="Mots d’un autre", reply_to=mine)
    page = client.get(OWN).text
    assert "Mes mots" in page
    assert f'<a href="{article.get_absolute_url()}">Le fleuve monte</a>' in page
    assert "Mots d’un autre" not in page


def test_what_moderators_have_hidden_says_so(client, awa):
    make_comment(make_article(), awa, text="Caché", state="rejected")
    page = client.get(OWN).text
    assert "Caché" in page
    assert "masquée par la modération" in page


@pytest.mark.parametrize("hidden", ["withdrawn", "draft", "embargoed"])
def test_an_article_that_readers_do_not_see_has_no_headline_and_no_link(client, awa, hidden):
    fields = {"status": hidden} if hidden != "embargoed" else {"embargo_until": timezone.now() + dt.timedelta(hours=1)}
    article = make_article(headline="canaricache", **fields)
    make_comment(article, awa, text="Mes mots")
    page = client.get(OWN).text
    assert "Mes mots" in page
    assert "canaricache" not in page
    assert article.slug not in page


def test_words_are_escaped(client, awa):
    make_comment(make_article(), awa, text="<script>alert(1)</script>")
    assert "<script>alert" not in client.get(OWN).text


def test_pages_follow_each_other_and_cost_the_same(client, awa, django_assert_num_queries):
    """Session, user, the page, newspaper, menus; on later pages also whether something is newer."""
    article = make_article()
    for number in range(45):
        make_comment(article, awa, text=f"Mot {number:02}.")
    client.get(OWN)
    with django_assert_num_queries(5):
        page = client.get(OWN)
    assert "Mot 44." in page.text
    assert "Mot 24." not in page.text
    with django_assert_num_queries(6):
        older = client.get(page.context["page"].older_url)
    assert "Mot 24." in older.text
    last = client.get(older.context["page"].older_url)
    assert "Mot 00." in last.text
    assert last.context["page"].older_url is None
    assert client.get(f"{OWN}?avant=nonsense").status_code == 404


def test_who_has_written_nothing_reads_that(client, awa):
    assert "Vous n’avez pas encore contribué." in client.get(OWN).text


def test_visitors_are_sent_to_sign_in(client):
    assert client.get(OWN).url.startswith(reverse("account_login"))
