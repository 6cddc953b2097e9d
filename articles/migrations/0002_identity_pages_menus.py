import articles.models.newspaper
import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import web.addresses
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name="newspaper",
            name="publisher",
            field=models.CharField(
                blank=True,
                help_text="Named in the footer and to search engines. The legal notices are a page: correct it too.",
                max_length=150,
                verbose_name="publisher",
            ),
        ),
        migrations.AddField(
            model_name="newspaper",
            name="facebook",
            field=articles.models.newspaper.AccountField("facebook"),
        ),
        migrations.AddField(
            model_name="newspaper",
            name="instagram",
            field=articles.models.newspaper.AccountField("instagram"),
        ),
        migrations.AddField(
            model_name="newspaper",
            name="linkedin",
            field=articles.models.newspaper.AccountField("linkedin"),
        ),
        migrations.AddField(
            model_name="newspaper",
            name="logo",
            field=models.FileField(blank=True, upload_to=articles.models.newspaper.logo_name, verbose_name="logo"),
        ),
        migrations.AddField(
            model_name="newspaper",
            name="logo_dark",
            field=models.FileField(
                blank=True, upload_to=articles.models.newspaper.logo_name, verbose_name="logo for dark screens"
            ),
        ),
        migrations.AddField(
            model_name="newspaper",
            name="logo_dark_height",
            field=models.PositiveSmallIntegerField(default=0, editable=False),
        ),
        migrations.AddField(
            model_name="newspaper",
            name="logo_dark_width",
            field=models.PositiveSmallIntegerField(default=0, editable=False),
        ),
        migrations.AddField(
            model_name="newspaper",
            name="logo_height",
            field=models.PositiveSmallIntegerField(default=0, editable=False),
        ),
        migrations.AddField(
            model_name="newspaper",
            name="logo_width",
            field=models.PositiveSmallIntegerField(default=0, editable=False),
        ),
        migrations.AddField(
            model_name="newspaper",
            name="phone",
            field=models.CharField(
                blank=True,
                max_length=30,
                validators=[
                    django.core.validators.RegexValidator(
                        "^\\+?[0-9][0-9 ().\\-/]{4,28}[0-9]\\Z",
                        "Write a telephone number with digits, such as “+223 20 22 00 00”.",
                        code="phone",
                    )
                ],
                verbose_name="telephone",
            ),
        ),
        migrations.AddField(
            model_name="newspaper",
            name="postal_address",
            field=models.TextField(blank=True, max_length=500, verbose_name="postal address"),
        ),
        migrations.AddField(
            model_name="newspaper",
            name="public_email",
            field=models.EmailField(
                blank=True,
                help_text="Shown to everybody, on the pages and in mails.",
                max_length=254,
                verbose_name="public e-mail address",
            ),
        ),
        migrations.AddField(
            model_name="newspaper",
            name="responsible",
            field=models.CharField(
                blank=True,
                help_text="Whom the law holds to what is published.",
                max_length=150,
                verbose_name="editor responsible",
            ),
        ),
        migrations.AddField(
            model_name="newspaper",
            name="tiktok",
            field=articles.models.newspaper.AccountField("tiktok"),
        ),
        migrations.AddField(
            model_name="newspaper",
            name="whatsapp",
            field=articles.models.newspaper.AccountField("whatsapp"),
        ),
        migrations.AddField(
            model_name="newspaper",
            name="x",
            field=articles.models.newspaper.AccountField("x"),
        ),
        migrations.AddField(
            model_name="newspaper",
            name="youtube",
            field=articles.models.newspaper.AccountField("youtube"),
        ),
        migrations.CreateModel(
            name="Page",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=120, verbose_name="title")),
                (
                    "slug",
                    models.SlugField(
                        help_text="The last part of the public address: /page/address/.",
                        max_length=80,
                        unique=True,
                        verbose_name="address",
                    ),
                ),
                ("body", models.TextField(blank=True, verbose_name="text")),
                (
                    "purpose",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("about", "About us"),
                            ("contact", "Contact"),
                            ("legal", "Legal notice"),
                            ("charter", "Contributions charter"),
                            ("accessibility", "Accessibility"),
                        ],
                        help_text="Tells the site which page to lead to: the contributions’ area leads to their charter.",
                        max_length=15,
                        verbose_name="purpose",
                    ),
                ),
                (
                    "is_published",
                    models.BooleanField(
                        default=False,
                        help_text="Unticked, the page is a draft: readers do not find it.",
                        verbose_name="published",
                    ),
                ),
                (
                    "changed_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name="changed"),
                ),
                (
                    "changed_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="changed by",
                    ),
                ),
            ],
            options={
                "verbose_name": "page",
                "verbose_name_plural": "pages",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="MenuItem",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "menu",
                    models.CharField(
                        choices=[("header", "Header menu"), ("footer", "Footer menu")],
                        max_length=10,
                        verbose_name="menu",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                (
                    "address",
                    models.CharField(
                        blank=True, max_length=300, validators=[web.addresses.link_address], verbose_name="address"
                    ),
                ),
                ("label", models.CharField(blank=True, max_length=60, verbose_name="words of the link")),
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
                (
                    "page",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="articles.page",
                        verbose_name="page",
                    ),
                ),
            ],
            options={
                "verbose_name": "menu line",
                "verbose_name_plural": "menus",
                "ordering": ["menu", "position", "pk"],
            },
        ),
        migrations.AddConstraint(
            model_name="page",
            constraint=models.UniqueConstraint(
                condition=models.Q(("purpose", ""), _negated=True),
                fields=("purpose",),
                name="page_one_a_purpose",
                violation_error_message="Another page has this purpose already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="menuitem",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("address", ""), ("page", None), ("section__isnull", False)),
                    models.Q(("address", ""), ("page__isnull", False), ("section", None)),
                    models.Q(
                        ("page", None),
                        ("section", None),
                        models.Q(("address", ""), _negated=True),
                        models.Q(("label", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="menu_item_leads_to_one_thing",
            ),
        ),
        migrations.AddConstraint(
            model_name="menuitem",
            constraint=models.UniqueConstraint(fields=("menu", "position"), name="menu_item_one_a_position"),
        ),
    ]
