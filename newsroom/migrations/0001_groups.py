"""Makes the groups of a newsroom and gives each its rights."""

from django.apps import apps as installed_apps
from django.contrib.auth.management import create_permissions
from django.db import migrations

APPS = ["accounts", "articles", "authors", "comments", "pictures", "subscriptions"]

READ_LIBRARY = ["articles.view_section", "articles.view_tag", "authors.view_author", "pictures.view_picture"]
WRITE = ["articles.add_article", "articles.change_article", "pictures.add_picture", *READ_LIBRARY]
FULL = {
    model: [f"{model.split('.')[0]}.{verb}_{model.split('.')[1]}" for verb in ("view", "add", "change", "delete")]
    for model in ("articles.section", "articles.tag", "authors.author", "pictures.picture", "subscriptions.plan")
}
GROUPS = {
    "Pigiste": WRITE,
    "Journaliste": [*WRITE, "articles.view_article", "pictures.change_picture"],
    "Rédacteur en chef": [
        *WRITE,
        "articles.view_article",
        "articles.change_any_article",
        "articles.publish_article",
        "articles.view_newspaper",
        "articles.change_newspaper",
        "articles.add_newspaper",
        *FULL["articles.section"],
        *FULL["articles.tag"],
        *FULL["authors.author"],
        *FULL["pictures.picture"],
        "comments.view_comment",
        "comments.moderate_comment",
    ],
    "Modérateur": ["comments.view_comment", "comments.moderate_comment"],
    "Abonnements": [
        *FULL["subscriptions.plan"],
        "subscriptions.view_subscription",
        "subscriptions.add_subscription",
        "subscriptions.change_subscription",
        "accounts.view_user",
    ],
}


def make_groups(apps, schema_editor):
    """Permissions are normally made after the last migration: make them now, so that groups can be given them."""
    for label in APPS:
        config = installed_apps.get_app_config(label)
        create_permissions(config, apps=apps, verbosity=0, using=schema_editor.connection.alias)
    Group, Permission = apps.get_model("auth", "Group"), apps.get_model("auth", "Permission")
    for name, wanted in GROUPS.items():
        group, _ = Group.objects.get_or_create(name=name)
        for permission in wanted:
            label, codename = permission.split(".")
            group.permissions.add(Permission.objects.get(content_type__app_label=label, codename=codename))


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("articles", "0001_initial"),
        ("authors", "0001_initial"),
        ("comments", "0001_initial"),
        ("pictures", "0001_initial"),
        ("subscriptions", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(make_groups, migrations.RunPython.noop)]
