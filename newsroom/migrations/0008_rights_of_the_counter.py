"""The subscriptions office takes cash, makes codes, sends money back and settles what does not add up. Nobody else."""

from django.apps import apps as installed_apps
from django.contrib.auth.management import create_permissions
from django.db import migrations

GROUP = "Abonnements"
RIGHTS = [
    "view_reader",
    "add_payment",
    "add_refund",
    "add_revocation",
    "change_discrepancy",
    "view_agent",
    "add_agent",
    "change_agent",
    "view_voucherbatch",
    "add_voucherbatch",
    "change_voucherbatch",
    "view_voucher",
    "view_agentsettlement",
    "add_agentsettlement",
]


def give_rights(apps, schema_editor):
    create_permissions(installed_apps.get_app_config("subscriptions"), apps=apps, verbosity=0)
    rights = apps.get_model("auth", "Permission").objects.filter(
        content_type__app_label="subscriptions", codename__in=RIGHTS
    )
    for group in apps.get_model("auth", "Group").objects.filter(name=GROUP):
        group.permissions.add(*rights)


class Migration(migrations.Migration):
    dependencies = [
        ("newsroom", "0007_rights_of_the_subscriptions_office"),
        ("subscriptions", "0009_seal_money_of_agents"),
    ]

    operations = [migrations.RunPython(give_rights, migrations.RunPython.noop)]
