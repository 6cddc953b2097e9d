"""Seals what agents have brought in the database itself."""

from django.db import migrations

from web.sealing import sealing

TABLES = ["subscriptions_agentsettlement"]


class Migration(migrations.Migration):
    dependencies = [("subscriptions", "0008_vouchers_and_the_office")]

    operations = [sealing(*TABLES)]
