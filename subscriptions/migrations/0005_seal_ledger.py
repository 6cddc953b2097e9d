"""Seals payments, periods and their early ends in the database itself."""

from django.db import migrations

from web.sealing import sealing

TABLES = ["subscriptions_payment", "subscriptions_subscription", "subscriptions_revocation"]


class Migration(migrations.Migration):
    dependencies = [("subscriptions", "0004_hold_the_ledger_together")]

    operations = [sealing(*TABLES)]
