"""Corrections, the register of rights of reply, and the times allowed for an answer with which it begins."""

import datetime
import django.core.validators
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


RULES = [
    {
        "name": "Mali, presse quotidienne",
        "country": "Mali",
        "amount": 3,
        "unit": "days",
        "holidays": "01/01\n20/01\n26/03\n01/05\n25/05\n22/09\n25/12",
        "is_default": True,
        "note": (
            "À vérifier par votre conseil : le régime de la presse est celui de la loi n° 00-046 du 7 juillet 2000, "
            "mais le délai n’a pas été contrôlé dans son texte. Trois jours sont un exemple. Ajoutez aux jours chômés "
            "les fêtes dont la date change chaque année."
        ),
    },
    {
        "name": "France, quotidien ou site",
        "country": "France",
        "amount": 3,
        "unit": "days",
        "note": (
            "Loi du 29 juillet 1881, article 13 : un quotidien insère la réponse dans les trois jours de sa réception. "
            "Loi n° 2004-575 du 21 juin 2004 et décret n° 2007-1527 du 24 octobre 2007 : trois jours aussi en ligne. "
            "Le délai est plus court en période électorale. La rédaction se fixe la fermeture du dernier jour."
        ),
    },
    {
        "name": "Côte d’Ivoire, quotidien",
        "country": "Côte d’Ivoire",
        "amount": 3,
        "unit": "days",
        "note": (
            "À vérifier par votre conseil : trois jours était le délai de l’article 56 de la loi de 2004. La loi "
            "n° 2017-867 du 27 décembre 2017 (articles 64 et suivants), modifiée par la loi n° 2022-978 du "
            "20 décembre 2022, l’a remplacée."
        ),
    },
    {
        "name": "Sénégal, quotidien",
        "country": "Sénégal",
        "amount": 3,
        "unit": "days",
        "note": (
            "À vérifier par votre conseil : le Code de la presse est la loi n° 2017-27 du 13 juillet 2017, mais le "
            "délai n’a pas été contrôlé dans son texte. Trois jours sont un exemple."
        ),
    },
    {
        "name": "Burkina Faso, presse en ligne",
        "country": "Burkina Faso",
        "amount": 24,
        "unit": "working_hours",
        "note": (
            "À vérifier par votre conseil : la loi n° 058-2015/CNT du 4 septembre 2015 donnerait vingt-quatre heures "
            "ouvrables pour une rectification (d’après un mémoire universitaire). Les heures d’ouverture sont un "
            "exemple."
        ),
    },
]


def make_rules(apps, schema_editor):
    """Examples that the desk corrects after its lawyer; those whose source was not read say so."""
    rules = apps.get_model("articles", "ReplyRule").objects.using(schema_editor.connection.alias)
    for rule in RULES:
        rules.get_or_create(name=rule["name"], defaults=rule)


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0011_preview_links'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='ReplyRule',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=80, unique=True, verbose_name='name')),
                ('country', models.CharField(blank=True, max_length=60, verbose_name='country')),
                ('amount', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(999)], verbose_name='time allowed')),
                ('unit', models.CharField(choices=[('hours', 'hours'), ('working_hours', 'working hours'), ('days', 'days'), ('working_days', 'working days')], default='days', max_length=15, verbose_name='counted in')),
                ('opens_at', models.TimeField(default=datetime.time(8, 0), verbose_name='opening hour')),
                ('closes_at', models.TimeField(default=datetime.time(17, 0), verbose_name='closing hour')),
                ('weekdays', models.CharField(default='12345', max_length=7, verbose_name='working days')),
                ('holidays', models.TextField(blank=True, max_length=4000, verbose_name='days off')),
                ('note', models.TextField(blank=True, max_length=2000, verbose_name='note on the law')),
                ('is_default', models.BooleanField(default=False, verbose_name='proposed first')),
            ],
            options={
                'verbose_name': 'time allowed for an answer',
                'verbose_name_plural': 'times allowed for an answer',
                'ordering': ['-is_default', 'name'],
                'constraints': [models.CheckConstraint(condition=models.Q(('unit__in', ['hours', 'working_hours', 'days', 'working_days'])), name='reply_rule_unit_known'), models.CheckConstraint(condition=models.Q(('amount__gte', 1)), name='reply_rule_allows_some_time'), models.CheckConstraint(condition=models.Q(('closes_at__gt', models.F('opens_at'))), name='reply_rule_opens_then_closes'), models.CheckConstraint(condition=models.Q(('weekdays', ''), _negated=True), name='reply_rule_works_some_day'), models.UniqueConstraint(condition=models.Q(('is_default', True)), fields=('is_default',), name='reply_rule_one_proposed_first')],
            },
        ),
        migrations.CreateModel(
            name='Correction',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('clarification', 'Clarification'), ('correction', 'Correction'), ('update', 'Update')], default='correction', max_length=15, verbose_name='kind')),
                ('text', models.TextField(max_length=1000, verbose_name='text')),
                ('at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='published')),
                ('changed_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='changed')),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True, verbose_name='withdrawn')),
                ('withdrawal', models.CharField(blank=True, max_length=500, verbose_name='why it was withdrawn')),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='corrections', to='articles.article', verbose_name='article')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='by')),
            ],
            options={
                'verbose_name': 'correction',
                'verbose_name_plural': 'corrections',
                'ordering': ['-at', '-pk'],
                'default_permissions': (),
                'indexes': [models.Index(models.OrderBy(models.F('at'), descending=True), models.OrderBy(models.F('id'), descending=True), condition=models.Q(('withdrawn_at', None)), name='correction_newest')],
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['clarification', 'correction', 'update'])), name='correction_kind_known'), models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='correction_says_something'), models.CheckConstraint(condition=models.Q(models.Q(('withdrawal', ''), ('withdrawn_at', None)), models.Q(('withdrawn_at__isnull', False), models.Q(('withdrawal', ''), _negated=True)), _connector='OR'), name='correction_withdrawn_with_a_reason')],
            },
        ),
        migrations.CreateModel(
            name='ReplyRequest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('requester', models.CharField(max_length=150, verbose_name='who asks')),
                ('capacity', models.CharField(blank=True, max_length=150, verbose_name='in what capacity')),
                ('contact', models.TextField(blank=True, max_length=500, verbose_name='how to reach them')),
                ('means', models.CharField(choices=[('letter', 'Letter'), ('e_mail', 'E-mail'), ('bailiff', 'Bailiff'), ('by_hand', 'Handed over')], default='letter', max_length=10, verbose_name='received by')),
                ('received_at', models.DateTimeField(verbose_name='received')),
                ('text', models.TextField(max_length=20000, verbose_name='text to publish')),
                ('deadline_at', models.DateTimeField(editable=False, verbose_name='to publish before')),
                ('refusal', models.TextField(blank=True, max_length=2000, verbose_name='why it is refused')),
                ('refused_at', models.DateTimeField(editable=False, null=True, verbose_name='refused')),
                ('changed_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='changed')),
                ('answer', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='answered_request', to='articles.article', verbose_name='answer')),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reply_requests', to='articles.article', verbose_name='article in question')),
                ('handled_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='in charge')),
                ('refused_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='refused by')),
                ('rule', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='requests', to='articles.replyrule', verbose_name='time allowed')),
            ],
            options={
                'verbose_name': 'right of reply',
                'verbose_name_plural': 'rights of reply',
                'ordering': ['deadline_at', 'pk'],
                'default_permissions': ('view', 'add', 'change'),
                'indexes': [models.Index(condition=models.Q(('refused_at', None)), fields=['deadline_at'], name='reply_request_due')],
                'constraints': [models.CheckConstraint(condition=models.Q(('refused_at', None), models.Q(models.Q(('refusal', ''), _negated=True), ('answer', None)), _connector='OR'), name='reply_refused_with_a_reason'), models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='reply_request_says_something'), models.CheckConstraint(condition=models.Q(('answer', None), models.Q(('answer', models.F('article')), _negated=True), _connector='OR'), name='reply_answers_another_article')],
            },
        ),
        migrations.RunPython(make_rules, migrations.RunPython.noop),
    ]
