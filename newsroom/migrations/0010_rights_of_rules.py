"""Chief editors and moderators set the rules and the words of the contributions."""

from django.apps import apps as installed_apps
from django.contrib.auth.management import create_permissions
from django.db import migrations

GROUPS = ["Rédacteur en chef", "Modérateur"]
RIGHTS = ["change_ruleset", "change_wordlist"]


def give_rights(apps, schema_editor):
    create_permissions(installed_apps.get_app_config("comments"), apps=apps, verbosity=0)
    rights = apps.get_model("auth", "Permission").objects.filter(
        content_type__app_label="comments", codename__in=RIGHTS
    )
    for group in apps.get_model("auth", "Group").objects.filter(name__in=GROUPS):
        group.permissions.add(*rights)


class Migration(migrations.Migration):
    dependencies = [("newsroom", "0009_rights_of_terms_gifts_and_seats"), ("comments", "0004_the_room")]

    operations = [migrations.RunPython(give_rights, migrations.RunPython.noop)]
