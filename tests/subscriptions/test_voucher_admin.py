"""Batches of scratch codes: made once, given once, counted by agent."""

import datetime as dt
import io
import re
import zipfile
import zlib

import pytest
from django.utils import timezone, translation

from subscriptions import code_sheets, vouchers
from subscriptions.access import is_subscriber
from subscriptions.agent_accounts import accounts_of
from subscriptions.codes import read
from subscriptions.models import Agent, AgentSettlement, Voucher, VoucherBatch
from subscriptions.refusals import Refused
from tests.factories import make_agent, make_batch, make_plan, make_user
from tests.tables import read_table

ADD, BASE = "/admin/subscriptions/voucherbatch/add/", "/admin/subscriptions/"


@pytest.fixture
def desk(client, cast):
    client.force_login(cast.subscriptions_desk)
    return client


def asked(desk, *, agent=None, price=None, **changes):
    """The form as it comes, filled in."""
    page = desk.get(ADD)
    key = re.search(r'name="key" value="([^"]+)"', page.text)[1]
    form = {
        "agent": (agent or make_agent()).pk,
        "price": (price or make_plan().prices.get()).pk,
        "size": 5,
        "expires_on": timezone.localdate() + dt.timedelta(days=60),
        "key": key,
    }
    return form | changes


def files_in(answer):
    archive = zipfile.ZipFile(io.BytesIO(answer.getvalue()))
    return {name.rsplit(".")[-1]: archive.read(name) for name in archive.namelist()}


def test_the_answer_to_the_form_is_the_only_copy_of_the_codes(desk):
    agent, price = make_agent(name="Kiosque d’Hamdallaye"), make_plan(name="Été à 100 F").prices.get()
    answer = desk.post(ADD, asked(desk, agent=agent, price=price))
    assert answer["Content-Type"] == "application/zip"
    assert "no-store" in answer["Cache-Control"]
    files = files_in(answer)
    rows = read_table(files["csv"])
    codes = [row[1] for row in rows[1:]]
    assert len({read(code) for code in codes} - {None}) == 5
    assert rows[1][2] == "Été à 100 F"
    assert files["pdf"].startswith(b"%PDF")
    user = make_user()
    vouchers.redeem(user, codes[0])
    assert is_subscriber(user)
    batch = VoucherBatch.objects.get()
    shown = desk.get(f"{BASE}voucherbatch/{batch.pk}/change/").text + desk.get(f"{BASE}voucher/").text
    assert not [code for code in codes if code in shown or code.replace("-", "") in shown]


def test_sent_twice_it_makes_one_batch(desk):
    form = asked(desk)
    assert desk.post(ADD, form)["Content-Type"] == "application/zip"
    again = desk.post(ADD, form)
    assert again.status_code == 200
    assert "errornote" in again.text
    assert (VoucherBatch.objects.count(), Voucher.objects.count()) == (1, 5)


@pytest.mark.parametrize(
    "changes",
    [
        *({"size": size} for size in ("", "0", "-1", "601", "x")),
        *({"expires_on": day} for day in ("", "2020-01-01", "2099-01-01", "x")),
        {"agent": ""},
        {"price": ""},
        {"key": "x"},
    ],
)
def test_a_form_that_is_not_right_makes_nothing(desk, changes):
    assert desk.post(ADD, asked(desk) | changes).status_code == 200
    assert not VoucherBatch.objects.exists()


def test_a_sheet_says_what_the_card_is_and_every_code(cast, settings, monkeypatch):
    settings.SITE_URL = "https://journal.example.org"
    price = make_plan(name="Découverte « été »", price=2500).prices.get()
    batch, codes = make_batch(by=cast.subscriptions_desk, price=price, size=16)
    drawn = []

    class Canvas(code_sheets.Canvas):
        def drawString(self, x, y, text, *args, **kwargs):  # noqa: N802
            drawn.append(text)
            super().drawString(x, y, text, *args, **kwargs)

        def drawRightString(self, x, y, text, *args, **kwargs):  # noqa: N802
            drawn.append(text)
            super().drawRightString(x, y, text, *args, **kwargs)

    monkeypatch.setattr(code_sheets, "Canvas", Canvas)
    pdf = code_sheets.sheet(batch, codes, "Le Ŋɔ du soir")
    assert pdf.count(b"/Type /Page\n") == 2
    words = " ".join(drawn)
    assert [code for code in codes if read(code) and code_sheets.shown(code) not in words] == []
    assert "Découverte « été »" in words
    assert "journal.example.org/abonnement/code/" in words
    assert drawn.count("Le Ŋɔ du soir") == len(codes)
    assert "\u202f" not in words
    assert b"FontFile2" in pdf or any(b"FontFile2" in one for one in _streams(pdf))


def test_cards_speak_the_newspaper_s_language(cast):
    batch, codes = make_batch(by=cast.subscriptions_desk)
    with translation.override("en"):
        (packed,) = code_sheets.archive(batch, codes, "Le Soir")
    names = zipfile.ZipFile(io.BytesIO(packed))
    table = next(names.read(name) for name in names.namelist() if name.endswith(".csv"))
    assert "Dernier jour" in table.decode("utf-8-sig")


def _streams(pdf):
    for packed in re.findall(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL):
        try:
            yield zlib.decompress(packed)
        except zlib.error:
            continue


def test_a_lost_batch_is_cancelled_with_a_reason(desk, cast):
    batch, codes = make_batch(by=cast.subscriptions_desk)
    address = f"{BASE}voucherbatch/{batch.pk}/do/cancel/"
    assert desk.post(address, {"reason": ""}).status_code == 422
    assert desk.post(address, {"reason": "Bag lost"}).status_code == 302
    assert "Bag lost" in desk.get(f"{BASE}voucherbatch/{batch.pk}/change/").text
    assert desk.post(address, {"reason": "Again"}).status_code == 422
    with pytest.raises(Refused):
        vouchers.redeem(make_user(), codes[0])


@pytest.mark.parametrize(
    ("typed", "thousandths", "shown"),
    [("10", 100, "10"), ("7,5", 75, "7,5"), ("7.5 %", 75, "7,5"), ("0", 0, "0"), ("100", 1000, "100")],
)
def test_a_commission_is_written_in_percent(desk, typed, thousandths, shown):
    form = {"name": "Kiosque", "phone": "", "place": "", "note": "", "is_active": "on"}
    assert desk.post(f"{BASE}agent/add/", form | {"commission": typed}).status_code == 302
    agent = Agent.objects.get()
    assert agent.commission == thousandths
    assert f'value="{shown}"' in desk.get(f"{BASE}agent/{agent.pk}/change/").text


@pytest.mark.parametrize("typed", ["", "x", "-1", "100,1", "7,55", "1000", "٣", "1e1"])
def test_a_commission_that_is_none_is_refused_in_words(desk, typed):
    answer = desk.post(f"{BASE}agent/add/", {"name": "Kiosque", "commission": typed})
    assert not Agent.objects.exists()
    assert answer.context["adminform"].form.errors["commission"]
    assert "Écrivez une part de cent" in answer.text or not typed


def test_an_agent_s_account_by_currency(cast, desk):
    clerk, agent = cast.subscriptions_desk, make_agent(commission=150)
    francs, euros = make_plan(price=999).prices.get(), make_plan(price=500, currency="EUR").prices.get()
    _batch, codes = make_batch(by=clerk, agent=agent, price=francs, size=5)
    lost, lost_codes = make_batch(by=clerk, agent=agent, price=francs, size=4)
    make_batch(by=clerk, agent=agent, price=euros, size=2)
    make_batch(by=clerk, size=7)
    agent.commission = 500
    agent.save()
    for code in [*codes[:2], lost_codes[0]]:
        vouchers.redeem(make_user(), code)
    vouchers.cancel_batch(lost, reason="x", by=clerk)
    desk.post(f"{BASE}agent/{agent.pk}/do/bring/", {"amount": "2 000", "currency": "XOF", "receipt": "a-9"})
    in_francs, in_euros = accounts_of([agent])[agent.pk]
    assert (in_francs.out, in_francs.redeemed, in_francs.cancelled) == (3, 3, 3)
    assert (in_francs.sold, in_francs.brought) == (2997, 2000)
    # By the commission of the day on which the codes were made, rounded down.
    assert in_francs.commission == 2997 * 150 // 1000
    assert in_francs.owed == 2997 - 449 - 2000
    assert (in_euros.out, in_euros.sold, in_euros.owed) == (2, 0, 0)
    assert AgentSettlement.objects.get().receipt_number == "A-9"
    assert "2\u202f000\u00a0F" in desk.get(f"{BASE}agent/{agent.pk}/change/").text


def test_codes_whose_last_day_has_passed_are_no_stock(cast, time_machine):
    batch, _codes = make_batch(by=cast.subscriptions_desk, expires_in=5)
    assert accounts_of([batch.agent])[batch.agent.pk][0].out == 3
    time_machine.move_to(timezone.now() + dt.timedelta(days=7))
    assert accounts_of([batch.agent])[batch.agent.pk][0].cancelled == 3


@pytest.mark.parametrize("amount", ["", "0", "x", "1,5", "9" * 15])
def test_money_of_an_agent_is_an_amount(desk, amount):
    agent = make_agent()
    answer = desk.post(f"{BASE}agent/{agent.pk}/do/bring/", {"amount": amount, "currency": "XOF", "receipt": "A-9"})
    assert answer.status_code == 422
    assert not AgentSettlement.objects.exists()


@pytest.mark.parametrize("role", ["pigiste", "editor", "moderator"])
def test_others_make_no_codes(client, cast, role):
    client.force_login(getattr(cast, role))
    for model in ("voucherbatch", "voucher", "agent", "agentsettlement"):
        assert client.get(f"{BASE}{model}/").status_code == 403
    assert client.get(ADD).status_code == 403
    assert client.post(ADD, {}).status_code == 403


def test_a_code_is_found_by_its_last_characters(desk, cast):
    _batch, codes = make_batch(by=cast.subscriptions_desk)
    page = desk.get(f"{BASE}voucher/", {"q": codes[0][-4:]}).text
    assert codes[0][-4:] in page
    assert codes[0] not in page


@pytest.mark.parametrize("size", [2, 60])
def test_a_batch_of_any_size_costs_as_much(desk, size, django_assert_max_num_queries):
    form = asked(desk, size=size)
    # Session, person, rights; the form's choices and its own checks; the batch, its codes at once, the journal.
    with django_assert_max_num_queries(24):
        desk.post(ADD, form)


def test_the_list_of_batches_says_in_each_cell_what_it_tells(desk, cast):
    batch, _codes = make_batch(by=cast.subscriptions_desk, size=4)
    page = desk.get(f"{BASE}voucherbatch/").text
    assert f"Lot {batch.pk}" in page
    assert "0 codes utilisés sur 4" in page
    assert "valable jusqu’au " in page
