"""Who people are in the room and what they do there, its rules, and what moderators decide."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


REASONS = [
    (
        "Attaque personnelle",
        "Elle s’en prend à une personne plutôt qu’à ce qu’elle dit. Vous pouvez contredire fermement sans blesser.",
    ),
    ("Injure ou grossièreté", "Elle contient une injure ou un mot grossier. Dites-le autrement : nous la relirons volontiers."),
    (
        "Haine ou discrimination",
        "Elle vise des personnes pour leur origine, leur religion, leur sexe ou leur région. Nous ne publions rien de tel.",
    ),
    ("Vie privée", "Elle livre des renseignements sur la vie privée de quelqu’un, ou des coordonnées."),
    ("Affirmation sans preuve", "Elle accuse quelqu’un d’un fait que rien n’établit. Indiquez votre source, ou parlez au conditionnel."),
    ("Hors sujet", "Elle ne porte pas sur l’article. Les autres lecteurs s’y perdraient."),
    ("Publicité", "Elle fait de la publicité ou renvoie vers un site sans rapport avec l’article."),
    ("Doublon", "Vous avez déjà publié les mêmes mots."),
]


def fill(apps, schema_editor):
    """The site's rules, with which the room was kept until now: all appears at once, without an end."""
    alias = schema_editor.connection.alias
    apps.get_model("comments", "RuleSet").objects.using(alias).create(
        is_closed=False, moderation="after", first_held=0, holds_links=True, close_after_days=0,
        most_by_person=10, most_by_address=60,
    )
    apps.get_model("comments", "WordList").objects.using(alias).create(pk=1)
    reasons = apps.get_model("comments", "RejectionReason")
    reasons.objects.using(alias).bulk_create(
        reasons(title=title, text=text, position=position) for position, (title, text) in enumerate(REASONS, start=1)
    )


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0013_free_readings_and_offers'),
        ('comments', '0003_rejected'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Appreciation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(auto_now_add=True, verbose_name='appreciated')),
            ],
            options={
                'verbose_name': 'appreciation',
                'verbose_name_plural': 'appreciations',
                'default_permissions': [],
            },
        ),
        migrations.CreateModel(
            name='Contributor',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('charter_accepted_at', models.DateTimeField(blank=True, null=True, verbose_name='charter accepted')),
                ('wants_mail', models.BooleanField(default=True, verbose_name='mail about replies and featured contributions')),
                ('is_watched', models.BooleanField(default=False, verbose_name='contributions are read first')),
                ('written_at', models.DateTimeField(blank=True, null=True, verbose_name='last digest')),
            ],
            options={
                'verbose_name': 'contributor',
                'verbose_name_plural': 'contributors',
                'default_permissions': [],
            },
        ),
        migrations.CreateModel(
            name='Decision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('approve', 'Let through'), ('reject', 'Rejected'), ('hold', 'Held'), ('keep', 'Kept in spite of reports')], max_length=10, verbose_name='decision')),
                ('before', models.CharField(choices=[('held', 'Waiting'), ('visible', 'Visible'), ('rejected', 'Rejected'), ('deleted', 'Deleted by its author')], max_length=10, verbose_name='state before')),
                ('reason', models.CharField(blank=True, max_length=60, verbose_name='reason')),
                ('told', models.TextField(blank=True, verbose_name='what the author was told')),
                ('mailed_at', models.DateTimeField(blank=True, null=True, verbose_name='author told')),
                ('at', models.DateTimeField(auto_now_add=True, db_index=True, verbose_name='decided')),
                ('undone_at', models.DateTimeField(blank=True, null=True, verbose_name='undone')),
            ],
            options={
                'verbose_name': 'decision',
                'verbose_name_plural': 'decisions',
                'ordering': ['-pk'],
                'default_permissions': [],
            },
        ),
        migrations.CreateModel(
            name='Edit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.TextField(verbose_name='text before')),
                ('at', models.DateTimeField(auto_now_add=True, verbose_name='changed')),
            ],
            options={
                'verbose_name': 'earlier wording',
                'verbose_name_plural': 'earlier wordings',
                'ordering': ['pk'],
                'default_permissions': [],
            },
        ),
        migrations.CreateModel(
            name='Ignored',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(auto_now_add=True, verbose_name='since')),
            ],
            options={
                'verbose_name': 'ignored person',
                'verbose_name_plural': 'ignored persons',
                'default_permissions': [],
            },
        ),
        migrations.CreateModel(
            name='Notice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('reply', 'Reply'), ('featured', 'Featured')], max_length=10, verbose_name='kind')),
                ('at', models.DateTimeField(auto_now_add=True, verbose_name='noticed')),
                ('sent_at', models.DateTimeField(blank=True, null=True, verbose_name='sent')),
            ],
            options={
                'verbose_name': 'notice of a contribution',
                'verbose_name_plural': 'notices of contributions',
                'default_permissions': [],
            },
        ),
        migrations.CreateModel(
            name='PersonNote',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.CharField(max_length=500, verbose_name='note')),
                ('at', models.DateTimeField(auto_now_add=True, verbose_name='written')),
            ],
            options={
                'verbose_name': 'note about a person',
                'verbose_name_plural': 'notes about persons',
                'ordering': ['-pk'],
                'default_permissions': [],
            },
        ),
        migrations.CreateModel(
            name='RejectionReason',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(help_text='What moderators choose.', max_length=60, unique=True, verbose_name='title')),
                ('text', models.TextField(max_length=600, verbose_name='what the author is told')),
                ('position', models.PositiveSmallIntegerField(default=0, verbose_name='position')),
                ('is_offered', models.BooleanField(default=True, verbose_name='offered')),
            ],
            options={
                'verbose_name': 'reason of rejection',
                'verbose_name_plural': 'reasons of rejection',
                'ordering': ['position', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Report',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.CharField(choices=[('insult', 'Insult or attack on a person'), ('hate', 'Hatred or discrimination'), ('privacy', 'Private life or personal data'), ('false', 'False information'), ('spam', 'Advertising or repetition'), ('other', 'Another reason')], max_length=10, verbose_name='reason')),
                ('words', models.CharField(blank=True, max_length=300, verbose_name='in their words')),
                ('at', models.DateTimeField(auto_now_add=True, verbose_name='reported')),
                ('settled_at', models.DateTimeField(blank=True, null=True, verbose_name='settled')),
            ],
            options={
                'verbose_name': 'report',
                'verbose_name_plural': 'reports',
                'ordering': ['pk'],
                'default_permissions': [],
            },
        ),
        migrations.CreateModel(
            name='RuleSet',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('is_closed', models.BooleanField(blank=True, help_text='Nobody writes; what was said can be read.', null=True, verbose_name='contributions closed')),
                ('moderation', models.CharField(blank=True, choices=[('after', 'after publication'), ('before', 'before publication')], help_text='Before publication: every contribution waits until a moderator lets it through.', max_length=6, verbose_name='moderation')),
                ('first_held', models.PositiveSmallIntegerField(blank=True, help_text='How many contributions of a person a moderator lets through before the next ones appear at once.', null=True, verbose_name='first contributions held')),
                ('holds_links', models.BooleanField(blank=True, null=True, verbose_name='hold contributions with links')),
                ('close_after_days', models.PositiveSmallIntegerField(blank=True, help_text='Counted from the publication of the article. 0: never.', null=True, verbose_name='close after days')),
                ('quiet_from', models.TimeField(blank=True, null=True, verbose_name='quiet hours from')),
                ('quiet_to', models.TimeField(blank=True, help_text='What is written between the two, by the site’s clock, waits for a moderator.', null=True, verbose_name='quiet hours to')),
                ('most_by_person', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='contributions of a person in ten minutes')),
                ('most_by_address', models.PositiveSmallIntegerField(blank=True, help_text='Many subscribers of one operator may share an address: leave room.', null=True, verbose_name='contributions from an address in ten minutes')),
            ],
            options={
                'verbose_name': 'rules of the contributions',
                'verbose_name_plural': 'rules of the contributions',
                'default_permissions': ['change'],
            },
        ),
        migrations.CreateModel(
            name='Sanction',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('warning', 'Warning'), ('suspension', 'Suspension'), ('ban', 'Ban')], max_length=10, verbose_name='kind')),
                ('until', models.DateTimeField(blank=True, null=True, verbose_name='until')),
                ('reason', models.CharField(max_length=300, verbose_name='reason, which the person reads')),
                ('at', models.DateTimeField(auto_now_add=True, verbose_name='since')),
                ('lifted_at', models.DateTimeField(blank=True, null=True, verbose_name='lifted')),
            ],
            options={
                'verbose_name': 'sanction',
                'verbose_name_plural': 'sanctions',
                'ordering': ['-pk'],
                'default_permissions': [],
            },
        ),
        migrations.CreateModel(
            name='WordList',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('banned', models.TextField(blank=True, help_text='A contribution with one of them is refused, and says which.', verbose_name='banned words')),
                ('suspect', models.TextField(blank=True, help_text='A contribution with one of them waits for a moderator.', verbose_name='suspect words')),
                ('allowed', models.TextField(blank=True, help_text='Names and expressions in which a word of the other lists is harmless.', verbose_name='allowed expressions')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
            ],
            options={
                'verbose_name': 'words of the contributions',
                'verbose_name_plural': 'words of the contributions',
                'default_permissions': ['change'],
            },
        ),
        migrations.AddField(
            model_name='comment',
            name='answers',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='answered_by', to='comments.comment', verbose_name='answers'),
        ),
        migrations.AddField(
            model_name='comment',
            name='appreciations',
            field=models.PositiveIntegerField(default=0, verbose_name='appreciations'),
        ),
        migrations.AddField(
            model_name='comment',
            name='assigned_to',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='assigned to'),
        ),
        migrations.AddField(
            model_name='comment',
            name='edited_at',
            field=models.DateTimeField(blank=True, null=True, verbose_name='edited'),
        ),
        migrations.AddField(
            model_name='comment',
            name='featured_at',
            field=models.DateTimeField(blank=True, null=True, verbose_name='featured'),
        ),
        migrations.AddField(
            model_name='comment',
            name='held_for',
            field=models.CharField(blank=True, choices=[('before', 'every contribution is read first'), ('newcomer', 'one of the first of this person'), ('link', 'has a link'), ('word', 'has a suspect word'), ('repeat', 'repeats another contribution'), ('quiet', 'came in the quiet hours'), ('watched', 'this person’s contributions are read first'), ('moderator', 'a moderator held it')], max_length=10, verbose_name='held because'),
        ),
        migrations.AddField(
            model_name='comment',
            name='held_word',
            field=models.CharField(blank=True, max_length=100, verbose_name='suspect word'),
        ),
        migrations.AlterField(
            model_name='comment',
            name='state',
            field=models.CharField(choices=[('held', 'Waiting'), ('visible', 'Visible'), ('rejected', 'Rejected'), ('deleted', 'Deleted by its author')], default='visible', max_length=10, verbose_name='state'),
        ),
        migrations.AddIndex(
            model_name='comment',
            index=models.Index(fields=['article', '-appreciations', '-posted_at', '-id'], name='comment_by_appreciation'),
        ),
        migrations.AddIndex(
            model_name='comment',
            index=models.Index(fields=['article', 'state'], name='comment_by_article_and_state'),
        ),
        migrations.AddIndex(
            model_name='comment',
            index=models.Index(condition=models.Q(('state', 'held')), fields=['posted_at', 'id'], name='comment_held'),
        ),
        migrations.AddConstraint(
            model_name='comment',
            constraint=models.CheckConstraint(condition=models.Q(('featured_at', None), models.Q(('reply_to', None), ('state', 'visible')), _connector='OR'), name='comment_featured_is_visible_head'),
        ),
        migrations.AddConstraint(
            model_name='comment',
            constraint=models.CheckConstraint(condition=models.Q(('held_for', ''), ('state', 'held'), _negated=True), name='comment_held_for_a_cause'),
        ),
        migrations.AddField(
            model_name='appreciation',
            name='comment',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='appreciated_by', to='comments.comment'),
        ),
        migrations.AddField(
            model_name='appreciation',
            name='person',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='contributor',
            name='person',
            field=models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='contributor', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='decision',
            name='by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='by'),
        ),
        migrations.AddField(
            model_name='decision',
            name='comment',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='decisions', to='comments.comment', verbose_name='contribution'),
        ),
        migrations.AddField(
            model_name='edit',
            name='comment',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='edits', to='comments.comment'),
        ),
        migrations.AddField(
            model_name='ignored',
            name='other',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='ignored',
            name='person',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='ignored', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='notice',
            name='comment',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='notices', to='comments.comment'),
        ),
        migrations.AddField(
            model_name='notice',
            name='person',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='personnote',
            name='by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='by'),
        ),
        migrations.AddField(
            model_name='personnote',
            name='person',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='moderator_notes', to=settings.AUTH_USER_MODEL, verbose_name='person'),
        ),
        migrations.AddField(
            model_name='report',
            name='comment',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reports', to='comments.comment', verbose_name='contribution'),
        ),
        migrations.AddField(
            model_name='report',
            name='person',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='reported by'),
        ),
        migrations.AddField(
            model_name='ruleset',
            name='article',
            field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='room_rules', to='articles.article', verbose_name='article'),
        ),
        migrations.AddField(
            model_name='ruleset',
            name='section',
            field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='room_rules', to='articles.section', verbose_name='section'),
        ),
        migrations.AddField(
            model_name='sanction',
            name='by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='by'),
        ),
        migrations.AddField(
            model_name='sanction',
            name='person',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sanctions', to=settings.AUTH_USER_MODEL, verbose_name='person'),
        ),
        migrations.AddConstraint(
            model_name='wordlist',
            constraint=models.CheckConstraint(condition=models.Q(('pk', 1)), name='words_once'),
        ),
        migrations.AddConstraint(
            model_name='appreciation',
            constraint=models.UniqueConstraint(fields=('comment', 'person'), name='appreciation_once'),
        ),
        migrations.AddConstraint(
            model_name='ignored',
            constraint=models.UniqueConstraint(fields=('person', 'other'), name='ignored_once'),
        ),
        migrations.AddConstraint(
            model_name='ignored',
            constraint=models.CheckConstraint(condition=models.Q(('person', models.F('other')), _negated=True), name='ignored_is_another'),
        ),
        migrations.AddIndex(
            model_name='notice',
            index=models.Index(condition=models.Q(('sent_at', None)), fields=['person'], name='notice_of_comment_waiting'),
        ),
        migrations.AddConstraint(
            model_name='notice',
            constraint=models.UniqueConstraint(fields=('person', 'kind', 'comment'), name='notice_of_comment_once'),
        ),
        migrations.AddIndex(
            model_name='report',
            index=models.Index(condition=models.Q(('settled_at', None)), fields=['comment'], name='report_open'),
        ),
        migrations.AddConstraint(
            model_name='report',
            constraint=models.UniqueConstraint(fields=('comment', 'person'), name='report_once'),
        ),
        migrations.AddConstraint(
            model_name='ruleset',
            constraint=models.CheckConstraint(condition=models.Q(('section', None), ('article', None), _connector='OR'), name='rules_of_one_scope'),
        ),
        migrations.AddConstraint(
            model_name='ruleset',
            constraint=models.UniqueConstraint(models.Value(1), condition=models.Q(('article', None), ('section', None)), name='rules_of_site_once'),
        ),
        migrations.AddConstraint(
            model_name='ruleset',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('quiet_from', None), ('quiet_to', None)), models.Q(('quiet_from__isnull', False), ('quiet_to__isnull', False)), _connector='OR'), name='rules_quiet_hours_begin_and_end'),
        ),
        migrations.AddConstraint(
            model_name='sanction',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind', 'suspension'), ('until__isnull', False)), models.Q(models.Q(('kind', 'suspension'), _negated=True), ('until', None)), _connector='OR'), name='sanction_suspension_ends'),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
