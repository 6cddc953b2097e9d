"""Carries plans and subscriptions over: zones with a price for each plan, and each person's periods in a row."""

from itertools import groupby

from django.db import migrations
from django.utils import timezone

ZONES = [("mali", "Mali et zone franc", "XOF"), ("monde", "Reste du monde", "EUR")]


def carry_over(apps, schema_editor):
    Zone, Plan = apps.get_model("subscriptions", "Zone"), apps.get_model("subscriptions", "Plan")
    Price, Subscription = apps.get_model("subscriptions", "Price"), apps.get_model("subscriptions", "Subscription")
    zones = {
        currency: Zone.objects.create(slug=slug, name=name, currency=currency, position=position)
        for position, (slug, name, currency) in enumerate(ZONES, start=1)
    }
    for plan in Plan.objects.all():
        Price.objects.create(plan=plan, zone=zones[plan.currency], amount=plan.price)
    rows = Subscription.objects.order_by("user_id", "pk").iterator()
    for _user, own in groupby(rows, key=lambda row: row.user_id):
        previous = None
        for row in own:
            row.previous, row.grace_ends_at = previous, row.ends_at
            row.anchor_day = row.starts_at.astimezone(timezone.get_default_timezone()).day
            row.save(update_fields=["previous", "grace_ends_at", "anchor_day"])
            previous = row


def back(apps, schema_editor):
    """Each plan has one price again: that of its first zone."""
    Plan, Price = apps.get_model("subscriptions", "Plan"), apps.get_model("subscriptions", "Price")
    for price in Price.objects.select_related("zone").order_by("-zone__position"):
        Plan.objects.filter(pk=price.plan_id).update(price=price.amount, currency=price.zone.currency)
    apps.get_model("subscriptions", "Subscription").objects.update(previous=None)
    Price.objects.all().delete()
    apps.get_model("subscriptions", "Zone").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("subscriptions", "0002_orders_and_ledger")]

    operations = [migrations.RunPython(carry_over, back)]
