"""Numbers of paper receipts in one spelling, so that those of before are known again. Of two that were taken for
different numbers the first gets it, and the other stays as it is."""

from django.db import migrations

from subscriptions.receipt_numbers import one_spelling
from web.sealing import seal_tables, unseal_tables

TABLES = ["subscriptions_payment", "subscriptions_agentsettlement"]


def respell(apps, schema_editor):
    payments = apps.get_model("subscriptions", "Payment").objects.filter(provider="office")
    settlements = apps.get_model("subscriptions", "AgentSettlement").objects.all()
    odd = [(rows, column, *found) for rows, column in ((payments, "external_id"), (settlements, "receipt_number"))
           for found in _odd(rows, column)]
    if not odd:
        return
    unseal_tables(schema_editor.connection, TABLES)
    for rows, column, key, number in odd:
        if not rows.filter(**{column: number}).exists():
            rows.filter(pk=key).update(**{column: number})
    seal_tables(schema_editor.connection, TABLES)


def _odd(rows, column):
    """(key, number in its one spelling) of the rows that have another, the first ones first."""
    found = rows.order_by("pk").values_list("pk", column)
    return [(key, one_spelling(number)) for key, number in found if one_spelling(number) not in {number, ""}]


class Migration(migrations.Migration):
    dependencies = [("subscriptions", "0012_accounts_deleted_before_their_money_came")]

    operations = [migrations.RunPython(respell, migrations.RunPython.noop)]
