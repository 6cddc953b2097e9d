"""Chief editors delete articles that no reader ever saw."""

from django.apps import apps as installed_apps
from django.contrib.auth.management import create_permissions
from django.db import migrations


def give_right(apps, schema_editor):
    create_permissions(installed_apps.get_app_config("articles"), apps=apps, verbosity=0)
    right = apps.get_model("auth", "Permission").objects.get(
        content_type__app_label="articles", codename="delete_article"
    )
    for group in apps.get_model("auth", "Group").objects.filter(name="Rédacteur en chef"):
        group.permissions.add(right)


class Migration(migrations.Migration):
    dependencies = [("newsroom", "0010_rights_of_rules"), ("articles", "0001_initial")]

    operations = [migrations.RunPython(give_right, migrations.RunPython.noop)]
