from django.apps import AppConfig
from django.core.checks import Tags, register
from django.utils.translation import gettext_lazy as _

from .checks import mails_are_not_sent_in_clear


class OutboxConfig(AppConfig):
    name = "outbox"
    verbose_name = _("Mail")

    def ready(self):
        register(mails_are_not_sent_in_clear, Tags.security, deploy=True)
