"""Gives the chief editors the register of rights of reply and the times allowed for an answer."""

from django.apps import apps as installed_apps
from django.contrib.auth.management import create_permissions
from django.db import migrations

RIGHTS = [
    *("view_replyrequest", "add_replyrequest", "change_replyrequest"),
    *("view_replyrule", "add_replyrule", "change_replyrule", "delete_replyrule"),
]


def give(apps, schema_editor):
    """Permissions are normally made after the last migration: make them now."""
    create_permissions(
        installed_apps.get_app_config("articles"), apps=apps, verbosity=0, using=schema_editor.connection.alias
    )
    rights = apps.get_model("auth", "Permission").objects.filter(
        content_type__app_label="articles", codename__in=RIGHTS
    )
    for group in apps.get_model("auth", "Group").objects.filter(name="Rédacteur en chef"):
        group.permissions.add(*rights)


class Migration(migrations.Migration):
    dependencies = [("newsroom", "0005_rights_of_flags_and_checks"), ("articles", "0012_corrections_and_replies")]

    operations = [migrations.RunPython(give, migrations.RunPython.noop)]
