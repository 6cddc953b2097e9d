"""The subscriptions office sets how far one reads for free, and reads gifts; seats are their institutions' business."""

from django.apps import apps as installed_apps
from django.contrib.auth.management import create_permissions
from django.db import migrations

GROUP = "Abonnements"
RIGHTS = ["view_terms", "add_terms", "change_terms", "view_gift"]
TAKEN = ["add_seat", "change_seat"]


def give_rights(apps, schema_editor):
    create_permissions(installed_apps.get_app_config("subscriptions"), apps=apps, verbosity=0)
    permissions = apps.get_model("auth", "Permission").objects.filter(content_type__app_label="subscriptions")
    for group in apps.get_model("auth", "Group").objects.filter(name=GROUP):
        group.permissions.add(*permissions.filter(codename__in=RIGHTS))
        group.permissions.remove(*permissions.filter(codename__in=TAKEN))


class Migration(migrations.Migration):
    dependencies = [
        ("newsroom", "0008_rights_of_the_counter"),
        ("subscriptions", "0010_terms_gifts_and_numbered_seats"),
    ]

    operations = [migrations.RunPython(give_rights, migrations.RunPython.noop)]
