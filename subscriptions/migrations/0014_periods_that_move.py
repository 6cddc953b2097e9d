"""A period may move up after a refund and keeps the name under which it was sold; seats that the office has given."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Exists, F, OuterRef, Subquery
from django.db.models.functions import Coalesce

from web.sealing import seal_tables, unseal_tables

TABLES = ["subscriptions_subscription"]


def unseal(apps, schema_editor):
    unseal_tables(schema_editor.connection, TABLES)


def seal(apps, schema_editor):
    seal_tables(schema_editor.connection, TABLES)


def keep_names(apps, schema_editor):
    """That of the order or of the batch of codes; of what was given, the plan's of today."""
    periods = apps.get_model("subscriptions", "Subscription")._base_manager
    orders = apps.get_model("subscriptions", "Order").objects.filter(pk=OuterRef("order_id"))
    vouchers = apps.get_model("subscriptions", "Voucher").objects.filter(subscription_id=OuterRef("pk"))
    plans = apps.get_model("subscriptions", "Plan").objects.filter(pk=OuterRef("plan_id"))
    periods.update(
        plan_name=Coalesce(
            Subquery(orders.values("plan_name")),
            Subquery(vouchers.values("batch__plan_name")),
            Subquery(plans.values("name")),
        )
    )


def keep_numbers(apps, schema_editor):
    """Of seats: those that no order explains were given."""
    institutions = apps.get_model("subscriptions", "Institution").objects
    orders = apps.get_model("subscriptions", "Order").objects.filter(purpose="seats", state="paid")
    explaining = orders.filter(institution_id=OuterRef("pk"), seats=OuterRef("seats_bought"))
    institutions.filter(~Exists(explaining)).update(seats_given=F("seats_bought"))


class Migration(migrations.Migration):
    dependencies = [("subscriptions", "0013_one_spelling_of_paper_receipts")]

    operations = [
        migrations.RunPython(unseal, seal),
        migrations.RemoveConstraint(
            model_name='subscription',
            name='one_trial_a_person',
        ),
        migrations.AddField(
            model_name='institution',
            name='seats_given',
            field=models.PositiveIntegerField(default=0, editable=False, verbose_name='seats given by the newspaper'),
        ),
        migrations.AddField(
            model_name='subscription',
            name='moved_from',
            field=models.OneToOneField(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='moved_to', to='subscriptions.subscription'),
        ),
        migrations.AddField(
            model_name='subscription',
            name='plan_name',
            field=models.CharField(blank=True, editable=False, max_length=80, verbose_name='name of the plan'),
        ),
        migrations.AlterField(
            model_name='subscription',
            name='order',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='periods', to='subscriptions.order', verbose_name='order'),
        ),
        migrations.AddConstraint(
            model_name='subscription',
            constraint=models.UniqueConstraint(condition=models.Q(('moved_from__isnull', True), ('source', 'trial')), fields=('user',), name='one_trial_a_person'),
        ),
        migrations.AddConstraint(
            model_name='subscription',
            constraint=models.UniqueConstraint(condition=models.Q(('moved_from__isnull', True)), fields=('order',), name='one_period_an_order'),
        ),
        migrations.RunPython(keep_names, migrations.RunPython.noop),
        migrations.RunPython(keep_numbers, migrations.RunPython.noop),
        migrations.RunPython(seal, unseal),
    ]
