"""The subscriptions office reads the ledger, and looks after prices and institutions."""

from django.apps import apps as installed_apps
from django.contrib.auth.management import create_permissions
from django.db import migrations

GROUP = "Abonnements"
RIGHTS = [
    *(f"{verb}_{model}" for model in ("zone", "institution") for verb in ("view", "add", "change", "delete")),
    "view_seat",
    "add_seat",
    "change_seat",
    "view_order",
    "view_payment",
    "view_refund",
    "view_discrepancy",
    "view_revocation",
]


def give_rights(apps, schema_editor):
    create_permissions(installed_apps.get_app_config("subscriptions"), apps=apps, verbosity=0)
    rights = apps.get_model("auth", "Permission").objects.filter(
        content_type__app_label="subscriptions", codename__in=RIGHTS
    )
    for group in apps.get_model("auth", "Group").objects.filter(name=GROUP):
        group.permissions.add(*rights)


class Migration(migrations.Migration):
    dependencies = [("newsroom", "0006_reply_rights"), ("subscriptions", "0005_seal_ledger")]

    operations = [migrations.RunPython(give_rights, migrations.RunPython.noop)]
