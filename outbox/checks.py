"""What ``manage.py check --deploy`` says about how mails leave the site."""

import ipaddress

from django.conf import settings
from django.core import checks

SMTP = "django.core.mail.backends.smtp.EmailBackend"


def mails_are_not_sent_in_clear(app_configs, **kwargs):
    if settings.DELIVERY_EMAIL_BACKEND != SMTP or settings.EMAIL_USE_TLS or settings.EMAIL_USE_SSL:
        return []
    if is_this_machine(settings.EMAIL_HOST):
        return []
    hint = "Set EMAIL_USE_TLS=1, or EMAIL_USE_SSL=1 where the server speaks TLS from the first byte."
    return [checks.Warning("Mails, with the codes in them, leave this machine in clear.", hint=hint, id="outbox.W001")]


def is_this_machine(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
