"""What moderators took out is « rejected », since others are not visible either: held, or deleted by their authors."""

from django.db import migrations, models

STATES = ["held", "visible", "rejected", "deleted"]


def reject(apps, schema_editor):
    comments = apps.get_model("comments", "Comment").objects.using(schema_editor.connection.alias)
    comments.filter(state="hidden").update(state="rejected")


def hide(apps, schema_editor):
    comments = apps.get_model("comments", "Comment").objects.using(schema_editor.connection.alias)
    comments.exclude(state="visible").update(state="hidden")


class Migration(migrations.Migration):

    dependencies = [
        ("comments", "0002_comment_by_author"),
    ]

    operations = [
        migrations.RemoveConstraint(model_name="comment", name="comment_state_known"),
        migrations.RunPython(reject, hide),
        migrations.AddConstraint(
            model_name="comment",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", STATES)), name="comment_state_known"
            ),
        ),
    ]
