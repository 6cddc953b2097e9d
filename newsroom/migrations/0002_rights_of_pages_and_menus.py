"""Gives the chief editors the pages and the menus; the newspaper's identity is theirs since the first."""

from django.apps import apps as installed_apps
from django.contrib.auth.management import create_permissions
from django.db import migrations

RIGHTS = ["view_page", "add_page", "change_page", "delete_page", "view_menuitem", "change_menuitem"]


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
    dependencies = [("newsroom", "0001_groups"), ("articles", "0002_identity_pages_menus")]

    operations = [migrations.RunPython(give, migrations.RunPython.noop)]
