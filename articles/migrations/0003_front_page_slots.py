import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0002_identity_pages_menus"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="FrontPage",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField(editable=False, unique=True, verbose_name="number")),
                ("saved_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="saved")),
                (
                    "saved_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="saved by",
                    ),
                ),
                (
                    "taken_from",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="articles.frontpage",
                        verbose_name="taken back from",
                    ),
                ),
            ],
            options={
                "verbose_name": "front page",
                "verbose_name_plural": "front page",
                "ordering": ["-number"],
                "default_permissions": ["change"],
            },
        ),
        migrations.CreateModel(
            name="FrontPageSlot",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "place",
                    models.CharField(
                        choices=[
                            ("lead", "Lead"),
                            ("secondary", "Beside the lead"),
                            ("featured", "Row “On the front page”"),
                            ("section", "Section"),
                        ],
                        max_length=10,
                        verbose_name="place",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                (
                    "headline",
                    models.CharField(blank=True, max_length=120, verbose_name="headline for the front page"),
                ),
                ("pinned_until", models.DateTimeField(blank=True, null=True, verbose_name="pinned until")),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="articles.article",
                        verbose_name="article",
                    ),
                ),
                (
                    "front_page",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="slots", to="articles.frontpage"
                    ),
                ),
                (
                    "section",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="articles.section",
                        verbose_name="section",
                    ),
                ),
            ],
            options={
                "verbose_name": "place of the front page",
                "verbose_name_plural": "places of the front page",
                "ordering": ["position", "pk"],
                "default_permissions": [],
                "constraints": [
                    models.UniqueConstraint(fields=["front_page", "article"], name="front_page_names_an_article_once"),
                    models.CheckConstraint(
                        condition=Q(place="section", section__isnull=False) | (~Q(place="section") & Q(section=None)),
                        name="front_page_slot_of_a_section_names_it",
                    ),
                ],
            },
        ),
    ]
