"""Who has an article in hand, until when, flags, mentions, and what is looked at before publication: with the two
flags that every newsroom wants, in the newspaper's language, and the rules as they are usual."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

# Their names by language, whether they block, their colour.
FLAGS = [
    ({"fr": "À relire par le service juridique", "en": "Legal review needed"}, True, "red"),
    ({"fr": "Photo manquante", "en": "Picture missing"}, False, "ochre"),
]
RULES = [
    # key, level, number
    ("standfirst", "warn", None),
    ("headline_length", "warn", 110),
    ("alternative_text", "block", None),
    ("credit", "warn", None),
    ("tag", "warn", None),
    ("links", "warn", None),
    ("flags", "block", None),
]


def fill(apps, schema_editor):
    flags, rules = apps.get_model("articles", "Flag"), apps.get_model("articles", "ChecklistRule")
    language = "fr" if settings.LANGUAGE_CODE.startswith("fr") else "en"
    for position, (names, blocks, color) in enumerate(FLAGS):
        flags.objects.create(name=names[language], blocks=blocks, color=color, position=position)
    for key, level, number in RULES:
        rules.objects.create(key=key, level=level, number=number)


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0009_autosave_and_presence'),
        ('pictures', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='ChecklistRule',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(choices=[('standfirst', 'A standfirst'), ('headline_length', 'A headline that is not too long'), ('alternative_text', 'An alternative text for each picture that is not decorative'), ('credit', 'A credit for each picture'), ('tag', 'At least one tag'), ('links', 'Links to articles of ours that are online'), ('flags', 'No flag that blocks')], max_length=20, unique=True, verbose_name='rule')),
                ('level', models.CharField(choices=[('off', 'Not looked at'), ('warn', 'Warns'), ('block', 'Blocks publication')], max_length=5, verbose_name='effect')),
                ('number', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='number')),
            ],
            options={
                'verbose_name': 'check before publication',
                'verbose_name_plural': 'checks before publication',
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='Flag',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=60, unique=True, verbose_name='name')),
                ('blocks', models.BooleanField(default=False, verbose_name='blocks publication')),
                ('color', models.CharField(choices=[('ink', 'Ink'), ('red', 'Red'), ('ochre', 'Ochre'), ('green', 'Green'), ('teal', 'Teal'), ('blue', 'Blue'), ('purple', 'Purple')], default='ochre', max_length=10, verbose_name='colour')),
                ('position', models.PositiveSmallIntegerField(default=0, verbose_name='order')),
            ],
            options={
                'verbose_name': 'flag',
                'verbose_name_plural': 'flags',
                'ordering': ['position', 'name', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Mention',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('read_at', models.DateTimeField(blank=True, null=True, verbose_name='read')),
            ],
            options={
                'verbose_name': 'mention',
                'verbose_name_plural': 'mentions',
            },
        ),
        migrations.CreateModel(
            name='RaisedFlag',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='at')),
                ('note', models.CharField(blank=True, max_length=250, verbose_name='note')),
            ],
            options={
                'verbose_name': 'flag of an article',
                'verbose_name_plural': 'flags of articles',
                'ordering': ['flag__position', 'flag__name', 'pk'],
            },
        ),
        migrations.AlterModelOptions(
            name='article',
            options={'permissions': [('publish_article', 'Can publish and withdraw articles'), ('change_any_article', 'Can change articles of others'), ('clear_flag', 'Can clear flags that block publication')], 'verbose_name': 'article', 'verbose_name_plural': 'articles'},
        ),
        migrations.AddField(
            model_name='article',
            name='assignee',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='articles_assigned', to=settings.AUTH_USER_MODEL, verbose_name='assigned to'),
        ),
        migrations.AddField(
            model_name='article',
            name='changes_to_review',
            field=models.BooleanField(default=False, editable=False, verbose_name='changes wait for a review'),
        ),
        migrations.AddField(
            model_name='article',
            name='due_at',
            field=models.DateTimeField(blank=True, editable=False, null=True, verbose_name='due'),
        ),
        migrations.AddField(
            model_name='article',
            name='priority',
            field=models.CharField(choices=[('normal', 'Normal'), ('high', 'High'), ('urgent', 'Urgent')], default='normal', editable=False, max_length=8, verbose_name='priority'),
        ),
        migrations.AddIndex(
            model_name='article',
            index=models.Index(condition=models.Q(('due_at__isnull', False)), fields=['due_at'], name='article_due'),
        ),
        migrations.AddIndex(
            model_name='article',
            index=models.Index(condition=models.Q(('changes_to_review', True)), fields=['changed_at'], name='article_changes_to_review'),
        ),
        migrations.AddConstraint(
            model_name='article',
            constraint=models.CheckConstraint(condition=models.Q(('priority__in', ['normal', 'high', 'urgent'])), name='article_priority_known'),
        ),
        migrations.AddConstraint(
            model_name='article',
            constraint=models.CheckConstraint(condition=models.Q(('changes_to_review', False), ('status', 'approved'), _connector='OR'), name='article_changes_of_what_is_approved'),
        ),
        migrations.AddConstraint(
            model_name='checklistrule',
            constraint=models.CheckConstraint(condition=models.Q(('level__in', ['off', 'warn', 'block'])), name='checklist_level_known'),
        ),
        migrations.AddField(
            model_name='mention',
            name='note',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='mentions', to='articles.note'),
        ),
        migrations.AddField(
            model_name='mention',
            name='user',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='mentions', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='raisedflag',
            name='article',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='raised_flags', to='articles.article'),
        ),
        migrations.AddField(
            model_name='raisedflag',
            name='by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='by'),
        ),
        migrations.AddField(
            model_name='raisedflag',
            name='flag',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='raised', to='articles.flag', verbose_name='flag'),
        ),
        migrations.AddIndex(
            model_name='mention',
            index=models.Index(condition=models.Q(('read_at', None)), fields=['user', '-id'], name='mention_unread'),
        ),
        migrations.AddConstraint(
            model_name='mention',
            constraint=models.UniqueConstraint(fields=('note', 'user'), name='mention_once_a_note'),
        ),
        migrations.AddConstraint(
            model_name='raisedflag',
            constraint=models.UniqueConstraint(fields=('article', 'flag'), name='flag_raised_once'),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
