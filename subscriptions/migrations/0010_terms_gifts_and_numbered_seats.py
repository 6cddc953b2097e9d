"""How far one reads for free, gifts, and numbers for the seats of institutions."""

import django.core.validators
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


def number_seats(apps, schema_editor):
    """From 1 in each institution, in the order in which they were given."""
    numbers = {}
    for seat in apps.get_model("subscriptions", "Seat").objects.order_by("institution_id", "pk"):
        numbers[seat.institution_id] = seat.number = numbers.get(seat.institution_id, 0) + 1
        seat.save(update_fields=["number"])


class Migration(migrations.Migration):

    dependencies = [
        ('subscriptions', '0009_seal_money_of_agents'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Gift',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('recipient', models.EmailField(blank=True, max_length=254, verbose_name='address of the recipient')),
                ('giver', models.CharField(blank=True, max_length=80, verbose_name='name of the giver')),
                ('message', models.CharField(blank=True, max_length=300, verbose_name='message')),
                ('deliver_on', models.DateField(verbose_name='day of delivery')),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='ordered')),
                ('paid_at', models.DateTimeField(blank=True, null=True, verbose_name='paid')),
                ('code_digest', models.CharField(blank=True, editable=False, max_length=64)),
                ('sent_at', models.DateTimeField(blank=True, null=True, verbose_name='sent')),
                ('redeemed_at', models.DateTimeField(blank=True, null=True, verbose_name='redeemed')),
                ('cancelled_at', models.DateTimeField(blank=True, null=True, verbose_name='taken back')),
            ],
            options={
                'verbose_name': 'gift',
                'verbose_name_plural': 'gifts',
                'ordering': ['-pk'],
            },
        ),
        migrations.CreateModel(
            name='Terms',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('free_articles', models.PositiveSmallIntegerField(default=3, help_text='How many articles for subscribers a reader with an account opens in a calendar month. 0: none. What was opened before a change stays open until the end of the month.', validators=[django.core.validators.MaxValueValidator(31)], verbose_name='free articles per month')),
                ('offered_articles', models.PositiveSmallIntegerField(default=10, help_text='How many articles a subscriber may offer by a link in a calendar month. 0: none.', validators=[django.core.validators.MaxValueValidator(100)], verbose_name='articles to offer per month')),
            ],
            options={
                'verbose_name': 'reading terms',
                'verbose_name_plural': 'reading terms',
            },
        ),
        migrations.AddField(
            model_name='seat',
            name='number',
            field=models.PositiveIntegerField(null=True, verbose_name='number'),
        ),
        migrations.RunPython(number_seats, migrations.RunPython.noop),
        migrations.AlterField(
            model_name='seat',
            name='number',
            field=models.PositiveIntegerField(verbose_name='number'),
        ),
        migrations.AddConstraint(
            model_name='seat',
            constraint=models.UniqueConstraint(condition=models.Q(('freed_at__isnull', True)), fields=('institution', 'number'), name='one_person_a_seat'),
        ),
        migrations.AddConstraint(
            model_name='seat',
            constraint=models.CheckConstraint(condition=models.Q(('number__gte', 1)), name='seats_begin_at_one'),
        ),
        migrations.AddField(
            model_name='gift',
            name='order',
            field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='gift', to='subscriptions.order', verbose_name='order'),
        ),
        migrations.AddField(
            model_name='gift',
            name='redeemed_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='gifts_received', to=settings.AUTH_USER_MODEL, verbose_name='redeemed by'),
        ),
        migrations.AddConstraint(
            model_name='terms',
            constraint=models.CheckConstraint(condition=models.Q(('id', 1)), name='terms_one_row'),
        ),
        migrations.AddConstraint(
            model_name='terms',
            constraint=models.CheckConstraint(condition=models.Q(('free_articles__lte', 31), ('offered_articles__lte', 100)), name='terms_bounded'),
        ),
        migrations.AddIndex(
            model_name='gift',
            index=models.Index(condition=models.Q(('cancelled_at__isnull', True), ('paid_at__isnull', False), ('redeemed_at__isnull', True), ('sent_at__isnull', True)), fields=['deliver_on'], name='gift_to_send'),
        ),
        migrations.AddConstraint(
            model_name='gift',
            constraint=models.UniqueConstraint(condition=models.Q(('code_digest', ''), _negated=True), fields=('code_digest',), name='gift_code_once'),
        ),
        migrations.AddConstraint(
            model_name='gift',
            constraint=models.CheckConstraint(condition=models.Q(('redeemed_at__isnull', True), ('cancelled_at__isnull', True), _connector='OR'), name='gift_not_redeemed_and_taken_back'),
        ),
        migrations.AddConstraint(
            model_name='gift',
            constraint=models.CheckConstraint(condition=models.Q(('redeemed_at__isnull', True), ('paid_at__lte', models.F('redeemed_at')), _connector='OR'), name='gift_paid_first'),
        ),
    ]
