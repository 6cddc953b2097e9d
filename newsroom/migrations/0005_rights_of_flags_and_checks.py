"""Gives the chief editors the flags, the checks before publication, and the clearing of flags that block."""

from django.apps import apps as installed_apps
from django.contrib.auth.management import create_permissions
from django.db import migrations

RIGHTS = [
    "clear_flag",
    "view_flag",
    "add_flag",
    "change_flag",
    "delete_flag",
    "view_checklistrule",
    "change_checklistrule",
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
    dependencies = [("newsroom", "0004_journal_rights"), ("articles", "0010_following_and_checklist")]

    operations = [migrations.RunPython(give, migrations.RunPython.noop)]
