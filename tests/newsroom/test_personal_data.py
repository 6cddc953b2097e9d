"""The registry knows every column that names a person, and gives nobody another's data."""

import datetime as dt
import json
from pathlib import Path

import pytest
from django.apps import apps
from django.db import models
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from accounts import personal_data as accounts
from accounts.models import User
from journal.recording import record
from newsroom import leaving_views, personal_data
from subscriptions.models import Institution, Order, Payment, Price, Seat
from tests.factories import (
    PASSWORD,
    make_article,
    make_author,
    make_comment,
    make_mail,
    make_newspaper,
    make_plan,
    make_subscription,
    make_user,
)

DOWNLOAD = reverse("download_data")


def columns_about_people():
    """Every column of the project that leads to a user or holds an address."""
    for model in apps.get_models(include_auto_created=True):
        if model._meta.proxy:
            continue
        for field in model._meta.get_fields():
            if field.concrete and (field.related_model is User or isinstance(field, models.EmailField)):
                yield f"{model._meta.label}.{field.name}"


def test_every_column_that_names_a_person_is_declared_by_one_app():
    """Whoever adds one says there whether it is exported, erased or kept, and tells the person."""
    declared = [column for holding in personal_data.HOLDINGS for column in holding.columns]
    assert sorted(declared) == sorted(columns_about_people())


def test_every_column_of_the_account_is_emptied_or_kept_knowingly():
    columns = {field.name for field in User._meta.concrete_fields}
    kept = {"id", "date_joined"}
    written_otherwise = {"email", "password", "public_name_key", "erased_at"}
    assert columns == kept | written_otherwise | set(accounts.EMPTY)


def test_every_app_with_a_declaration_is_in_the_registry():
    declaring = {app.label for app in apps.get_app_configs() if (Path(app.path) / "personal_data.py").exists()}
    assert declaring - {"web", "newsroom"} == {app.__name__.split(".")[0] for app in personal_data.APPS}


def buy(user, **fields):
    plan = make_plan(name="Mensuel")
    price = Price.objects.get(plan=plan)
    order = Order.objects.create(
        user=user,
        buyer_name=user.name,
        buyer_email=user.email,
        plan=plan,
        zone=price.zone,
        plan_name=plan.name,
        period=plan.period,
        amount=price.amount,
        currency="XOF",
        provider="office",
        expires_at=user.date_joined,
        **{"state": "paid", **fields},
    )
    if order.state == "paid":
        number = Payment.objects.count() + 1
        receipt = {"external_id": f"R{number}", "receipt": f"2026-{number:06}"}
        Payment.objects.create(order=order, provider="office", amount=order.amount, currency="XOF", **receipt)
        make_subscription(user, plan=plan, order=order, source="purchase")
    return order


def live(user, word):
    """A person of whom every app holds something that says the word."""
    article = make_article(headline="Le fleuve monte", authors=[make_author(user=user, name=word)])
    make_comment(article, user, text=f"Contribution {word}")
    make_comment(article, user, text=f"Modérée {word}", state="rejected")
    buy(user)
    institution = Institution.objects.create(name=f"École {word}")
    Seat.objects.create(institution=institution, number=1, user=user, email=user.email)
    make_mail(recipient=user.email, subject=f"Objet {word}")
    record("Published", article, by=user)
    return article


@pytest.fixture
def awa(db):
    user = make_user(email="awa@example.org", name="Awa canariawa", public_name="Awa D")
    live(user, "canariawa")
    return user


@pytest.mark.django_db
def test_the_file_holds_what_the_site_knows_of_the_person_and_nothing_of_others(awa):
    other = make_user(email="boubacar@canaribou.example", name="canaribou", public_name="Boubacar")
    live(other, "canaribou")
    make_comment(make_article(), other, text="canaribou answers canariawa", reply_to=awa.comments.first())
    record("Changed", awa, by=other)
    with translation.override("fr"):
        found = personal_data.export(awa)
    text = json.dumps(found, ensure_ascii=False)
    assert "canaribou" not in text
    assert found["Compte"][0]["Adresse e-mail"] == "awa@example.org"
    assert [row["Texte"] for row in found["Contributions"]] == ["Contribution canariawa", "Modérée canariawa"]
    assert found["Contributions"][0]["Article"] == "Le fleuve monte"
    assert found["Paiements"][0]["Reçu n°"] == "2026-000001"
    assert found["Paiements"][0]["Moyen de paiement"] == "Espèces au guichet"
    assert found["Paiements"][0]["Montant"] == "2\u202f500\u00a0F\u00a0CFA"
    for facts in ("École canariawa", "Objet canariawa", awa.date_joined.isoformat(), "Mensuel"):
        assert facts in text
    assert len(found["Journal des actions"]) == 2


@pytest.mark.django_db
def test_a_withdrawn_article_is_not_named_to_who_wrote_below_it(awa):
    make_comment(make_article(headline="canaricache", status="withdrawn"), awa)
    assert "canaricache" not in json.dumps(personal_data.export(awa))


@pytest.mark.django_db
def test_queries_do_not_grow_with_what_there_is(awa, django_assert_max_num_queries):
    """One for each kind of rows, and the addresses of the account."""
    article = make_article()
    for number in range(5):
        make_comment(article, awa, text=f"More {number}")
        buy(awa)
    make_newspaper()
    with django_assert_max_num_queries(28):
        personal_data.export(awa)


@pytest.fixture
def signed_in(client, awa):
    make_newspaper()
    client.post(reverse("account_login"), {"login": awa.email, "password": PASSWORD})
    return client


def test_the_file_is_a_private_download(signed_in):
    answer = signed_in.post(DOWNLOAD)
    assert answer.status_code == 200
    assert answer.json()["Compte"][0]["Nom"] == "Awa canariawa"
    assert answer["Content-Type"] == "application/json"
    assert answer["Content-Disposition"].startswith('attachment; filename="mes-donnees-')
    assert "no-store" in answer["Cache-Control"]
    assert "private" in answer["Cache-Control"]


def test_an_older_sign_in_asks_for_the_password_and_then_gives_the_file(signed_in, time_machine):
    time_machine.move_to(timezone.now() + dt.timedelta(seconds=301))
    question = signed_in.post(DOWNLOAD)
    assert question.url.startswith(reverse("account_reauthenticate"))
    assert "canariawa" not in signed_in.post(question.url, {"password": "wrong"}).text
    assert signed_in.post(question.url, {"password": PASSWORD}).json()["Compte"]


def test_three_files_a_day_by_person_whatever_the_address(signed_in, awa, time_machine):
    for _ in range(leaving_views.DOWNLOADS.times):
        assert signed_in.post(DOWNLOAD).status_code == 200
    answer = signed_in.post(DOWNLOAD, REMOTE_ADDR="198.51.100.7")
    assert answer.status_code == 429
    assert "canariawa" not in answer.text
    other = make_user()
    browser = Client()
    browser.post(reverse("account_login"), {"login": other.email, "password": PASSWORD})
    assert browser.post(DOWNLOAD).status_code == 200


@pytest.mark.django_db
def test_nobody_gets_a_file_without_a_sign_in_or_by_get(client, awa):
    assert client.post(DOWNLOAD).url.startswith(reverse("account_login"))
    client.force_login(awa)
    assert client.get(DOWNLOAD).status_code == 405
