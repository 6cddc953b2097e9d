"""Money that comes once its account was deleted is a discrepancy of its own kind."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('subscriptions', '0011_words_of_commission'),
    ]

    operations = [
        migrations.AlterField(
            model_name='discrepancy',
            name='kind',
            field=models.CharField(choices=[('no_order', 'Money without an order'), ('amount', 'Another amount than ordered'), ('currency', 'Another currency than ordered'), ('recipient', 'Paid to another account'), ('order', 'Paid for another order'), ('duplicate', 'Paid twice'), ('gone', 'Account deleted')], max_length=10, verbose_name='kind'),
        ),
    ]
