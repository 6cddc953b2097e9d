"""An article that a subscriber offers: five openings in seven days, for one article (B13, G06)."""

import datetime as dt

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from articles import guests, offers, workflow
from articles.models import OfferedArticle, OfferedOpening
from subscriptions import granting
from subscriptions.models import Subscription, Terms
from subscriptions.refusals import Refused
from tests.articles.offering import BODY, CANARY, at, offer, on
from tests.factories import make_article, make_newspaper, make_subscriber
from tests.racing import race
from web import tokens

MODEL = "django.contrib.auth.backends.ModelBackend"
DAY = dt.timedelta(days=1)


@pytest.fixture
def paid(db):
    make_newspaper()
    return make_article(access="subscribers", body=BODY, standfirst="The standfirst.")


@pytest.fixture
def offered(paid, cast):
    return offers.make(paid, by=cast.subscriber)


def opened(offered, client=None):
    """A guest's browser after its press, and the answer."""
    client = client or Client()
    return client, client.post(at(offered, "open_offered"))


def test_a_subscriber_gets_a_link_to_send(client, cast, paid):
    client.force_login(cast.subscriber, backend=MODEL)
    assert "Offrir cet article" in client.get(on(paid, "article_rest")).text
    page = client.post(on(paid, "offer_article"), follow=True).text
    made = OfferedArticle.objects.get()
    assert offers.address_of(made) in page
    assert "https://wa.me/?text=" in page
    assert "Ouvert 0 fois sur 5." in page
    client.post(on(paid, "offer_article"))
    assert OfferedArticle.objects.count() == 1


@pytest.mark.parametrize("role", ["reader", "lapsed", "editor"])
def test_nobody_else_offers(client, cast, paid, role):
    client.force_login(getattr(cast, role), backend=MODEL)
    assert "Offrir cet article" not in client.get(on(paid, "article_rest")).text
    page = client.post(on(paid, "offer_article"), follow=True).text
    assert "Seuls les abonnés" in page
    assert not OfferedArticle.objects.exists()


def test_the_link_is_shown_to_its_maker_alone(client, cast, offered):
    other = make_subscriber()
    client.force_login(other, backend=MODEL)
    for route in ("", "retirer/"):
        assert client.post(f"/compte/offert/{offered.pk}/{route}").status_code in {404, 405}
    assert client.get(f"/compte/offert/{offered.pk}/").status_code == 404
    assert OfferedArticle.objects.get().revoked_at is None


def test_a_guest_opens_it_once_and_reads_again(offered, paid):
    guest, answer = opened(offered)
    assert (answer.status_code, answer.url) == (303, on(paid, "article_rest"))
    for _time in range(3):
        page = guest.get(on(paid, "article_rest"))
        assert CANARY in page.text
        assert "no-store" in page["Cache-Control"]
        guest.post(at(offered, "open_offered"))
    assert OfferedOpening.objects.count() == 1
    cookie = answer.cookies[guests.COOKIE]
    assert (cookie["httponly"], cookie["path"], cookie["samesite"]) == (True, paid.get_absolute_url(), "Lax")
    assert "Un abonné vous offre cet article" in page.text


def test_what_looks_at_the_link_uses_nothing_up(offered, paid):
    """G06"""
    for _time in range(5):
        for ask in (Client().get, Client().head):
            assert ask(at(offered), headers={"User-Agent": "WhatsApp/2.0"}).status_code == 200
    assert not OfferedOpening.objects.exists()
    assert Client().get(at(offered, "open_offered")).status_code == 405


def test_the_card_shows_only_what_is_public(offered, cast):
    answer = Client().get(at(offered))
    assert "The standfirst." in answer.text
    for private in (CANARY, cast.subscriber.name, cast.subscriber.email, cast.subscriber.public_name):
        assert private not in answer.text
    assert answer["Referrer-Policy"] == "same-origin"
    assert "noindex" in answer["X-Robots-Tag"]
    assert "no-store" in answer["Cache-Control"]


def test_the_sixth_guest_is_refused_in_words(offered):
    for _guest in range(5):
        assert opened(offered)[1].status_code == 303
    guest, answer = opened(offered)
    assert answer.status_code == 410
    assert "cinq fois" in answer.text
    assert CANARY not in answer.text
    assert guests.COOKIE not in guest.cookies
    assert "cinq fois" in guest.get(at(offered)).text
    assert OfferedOpening.objects.count() == 5


def test_after_seven_days_it_opens_nothing_for_anybody(offered, paid):
    guest, _answer = opened(offered)
    with time_machine.travel(offered.expires_at - dt.timedelta(seconds=1), tick=False):
        assert CANARY in guest.get(on(paid, "article_rest")).text
    with time_machine.travel(offered.expires_at, tick=False):
        assert guest.get(on(paid, "article_rest")).status_code == 302
        answer = opened(offered)[1]
        assert answer.status_code == 410
        assert "sept jours" in answer.text
    assert OfferedOpening.objects.count() == 1


def test_it_opens_no_other_article(offered, cast):
    other = make_article(access="subscribers", body=BODY)
    _guest, answer = opened(offered)
    proof = answer.cookies[guests.COOKIE].value
    moved = Client().post(at(offered, "open_offered", article=other))
    assert moved.status_code == 410
    assert "un autre article" in moved.text
    thief = Client()
    thief.cookies[guests.COOKIE] = proof
    assert thief.get(on(other, "article_rest")).status_code == 302


def test_an_article_that_moved_takes_its_links_along(offered, paid):
    paid.former_addresses.create(path="2020/01/02/older")
    old = at(offered).replace(paid.get_absolute_url(), "/2020/01/02/older/")
    assert Client().get(old).url == at(offered)


def test_withdrawn_links_open_nothing_at_once(client, cast, offered, paid):
    guest, _answer = opened(offered)
    client.force_login(cast.subscriber, backend=MODEL)
    assert "retiré" in client.post(f"/compte/offert/{offered.pk}/retirer/", follow=True).text
    assert guest.get(on(paid, "article_rest")).status_code == 302
    assert opened(offered)[1].status_code == 410


def test_the_articles_withdrawal_ends_its_links_for_good(cast, offered, paid):
    guest, _answer = opened(offered)
    workflow.withdraw(paid, by=cast.editor)
    assert "n’est plus sur notre site" in Client().get(at(offered)).text
    assert paid.headline not in Client().get(at(offered)).text
    assert opened(offered)[1].status_code == 410
    type(paid).objects.filter(pk=paid.pk).update(status="approved")
    assert "retiré" in Client().get(at(offered)).text
    assert guest.get(on(paid, "article_rest")).status_code == 302


def test_a_link_ends_with_the_subscription_of_its_giver(offered, paid, cast):
    """So that what was refunded gives nothing away."""
    guest, _answer = opened(offered)
    assert CANARY in guest.get(on(paid, "article_rest")).text
    granting.revoke(Subscription.objects.get(user=cast.subscriber), reason="Refunded")
    assert CANARY not in guest.get(on(paid, "article_rest"), headers={"X-Requested-With": "fragment"}).text
    assert "n’a plus d’abonnement" in Client().get(at(offered)).text
    other, _answer = opened(offered)
    assert CANARY not in other.get(on(paid, "article_rest"), follow=True).text
    assert OfferedOpening.objects.count() == 1


@pytest.mark.parametrize("token", ["x", "a.b.c", ""])
def test_forged_links_are_not_found_and_noted(offered, caplog, token):
    """B12"""
    forged = token or tokens.make("another-purpose", [offered.pk, offered.nonce])
    assert Client().get(at(offered, token=forged)).status_code == 404
    assert "A forged link to an offered article" in caplog.text


@pytest.mark.parametrize(
    "forge",
    [
        lambda proof: "1",
        lambda proof: proof[:-1] + ("B" if proof[-1] == "A" else "A"),
        lambda proof: tokens.make("preview", [1, 1]),
    ],
)
def test_forged_proofs_open_nothing_and_are_noted(offered, paid, caplog, forge):
    """B12"""
    thief = Client()
    thief.cookies[guests.COOKIE] = forge(offers.proof_of(offers.open_offer(offered)))
    answer = thief.get(on(paid, "article_rest"), headers={"X-Requested-With": "fragment"})
    assert (answer.status_code, answer.content) == (204, b"")
    assert "A forged proof of an offered article" in caplog.text


@pytest.mark.django_db
def test_a_subscriber_offers_so_many_a_month(cast):
    Terms.objects.create(pk=1, offered_articles=2)
    for _article in range(2):
        offers.make(make_article(access="subscribers"), by=cast.subscriber)
    with pytest.raises(Refused):
        offers.make(make_article(access="subscribers"), by=cast.subscriber)
    with time_machine.travel(timezone.now() + 20 * DAY, tick=False):
        later = offers.month_of()
        if later != OfferedArticle.objects.first().month:
            offers.make(make_article(access="subscribers"), by=cast.subscriber)


@pytest.mark.django_db(transaction=True)
def test_of_twelve_first_openings_at_once_five_are_granted(cast):
    """B13"""
    made = offer(make_article(access="subscribers"), by=cast.subscriber)
    results = race([lambda: offers.open_offer(made) for _ in range(12)])
    assert sum(isinstance(one, OfferedOpening) for one in results) == 5
    assert sum(isinstance(one, Refused) for one in results) == 7
    assert sorted(OfferedOpening.objects.values_list("number", flat=True)) == [1, 2, 3, 4, 5]


@pytest.mark.django_db(transaction=True)
def test_one_article_offered_twelve_times_at_once_is_one_link(cast):
    user, article = cast.subscriber, make_article(access="subscribers")
    results = race([lambda: offers.make(article, by=user).pk for _ in range(12)])
    assert set(results) == {OfferedArticle.objects.get().pk}


def test_the_guests_pages_take_few_queries(offered, paid, django_assert_max_num_queries):
    guest, _answer = opened(offered)
    # Newspaper, menus; the offer, the article with its bylines and tags, a former address, openings.
    with django_assert_max_num_queries(10):
        Client().get(at(offered))
    # The page of nine, of which the proof asks one and the reading room none.
    with django_assert_max_num_queries(12):
        guest.get(on(paid, "article_rest"))
