"""What ``manage.py check --deploy`` says about accounts."""

from django.conf import settings
from django.core.checks import Warning  # noqa: A004 - Django's name


def staff_need_a_second_factor(app_configs, **kwargs):
    if settings.STAFF_SECOND_FACTOR:
        return []
    return [
        Warning(
            "STAFF_SECOND_FACTOR is off: whoever guesses one password of the staff is in the back office.",
            hint="Leave STAFF_SECOND_FACTOR out of the environment.",
            id="accounts.W001",
        )
    ]
