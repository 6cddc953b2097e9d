"""Gives the chief editors the front page by hand."""

from django.apps import apps as installed_apps
from django.contrib.auth.management import create_permissions
from django.db import migrations


def give(apps, schema_editor):
    """Permissions are normally made after the last migration: make them now."""
    create_permissions(
        installed_apps.get_app_config("articles"), apps=apps, verbosity=0, using=schema_editor.connection.alias
    )
    permissions = apps.get_model("auth", "Permission").objects
    lay_out = permissions.get(content_type__app_label="articles", codename="change_frontpage")
    for group in apps.get_model("auth", "Group").objects.filter(name="Rédacteur en chef"):
        group.permissions.add(lay_out)


class Migration(migrations.Migration):
    dependencies = [("newsroom", "0002_rights_of_pages_and_menus"), ("articles", "0003_front_page_slots")]

    operations = [migrations.RunPython(give, migrations.RunPython.noop)]
