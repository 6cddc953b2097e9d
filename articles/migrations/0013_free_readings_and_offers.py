"""Free readings of the month, and links by which subscribers offer an article."""

import articles.models.reading
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0012_corrections_and_replies'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='OfferedArticle',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('nonce', models.CharField(default=articles.models.reading.new_nonce, editable=False, max_length=22)),
                ('month', models.DateField(verbose_name='month')),
                ('number', models.PositiveSmallIntegerField(verbose_name='number')),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='made')),
                ('expires_at', models.DateTimeField(verbose_name='valid until')),
                ('revoked_at', models.DateTimeField(blank=True, null=True, verbose_name='revoked')),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='offers', to='articles.article')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='offered_articles', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'offered article',
                'verbose_name_plural': 'offered articles',
                'ordering': ['-pk'],
            },
        ),
        migrations.CreateModel(
            name='OfferedOpening',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField(verbose_name='number')),
                ('at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='at')),
                ('offer', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='openings', to='articles.offeredarticle')),
            ],
            options={
                'verbose_name': 'opening of an offered article',
                'verbose_name_plural': 'openings of offered articles',
                'ordering': ['-pk'],
            },
        ),
        migrations.CreateModel(
            name='FreeReading',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('month', models.DateField(verbose_name='month')),
                ('number', models.PositiveSmallIntegerField(verbose_name='number')),
                ('at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='at')),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='free_readings', to='articles.article')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='free_readings', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'free reading',
                'verbose_name_plural': 'free readings',
                'ordering': ['-pk'],
                'constraints': [models.UniqueConstraint(fields=('user', 'month', 'article'), name='free_article_once_a_month'), models.UniqueConstraint(fields=('user', 'month', 'number'), name='free_reading_has_its_number')],
            },
        ),
        migrations.AddConstraint(
            model_name='offeredarticle',
            constraint=models.UniqueConstraint(fields=('user', 'month', 'number'), name='offered_article_has_its_number'),
        ),
        migrations.AddConstraint(
            model_name='offeredopening',
            constraint=models.UniqueConstraint(fields=('offer', 'number'), name='offered_opening_has_its_number'),
        ),
        migrations.AddConstraint(
            model_name='offeredopening',
            constraint=models.CheckConstraint(condition=models.Q(('number__gte', 1), ('number__lte', 5)), name='offered_openings_bounded'),
        ),
    ]
