"""Lets the chief editors read the journal of actions."""

from django.apps import apps as installed_apps
from django.contrib.auth.management import create_permissions
from django.db import migrations


def give(apps, schema_editor):
    """Permissions are normally made after the last migration: make them now."""
    create_permissions(
        installed_apps.get_app_config("journal"), apps=apps, verbosity=0, using=schema_editor.connection.alias
    )
    permissions = apps.get_model("auth", "Permission").objects
    read = permissions.get(content_type__app_label="journal", codename="view_entry")
    for group in apps.get_model("auth", "Group").objects.filter(name="Rédacteur en chef"):
        group.permissions.add(read)


class Migration(migrations.Migration):
    dependencies = [("newsroom", "0003_front_page_rights"), ("journal", "0001_entries")]

    operations = [migrations.RunPython(give, migrations.RunPython.noop)]
