"""What the verbs of subscriptions raise when they do not do what is asked."""

from django.utils.translation import gettext as _


class Refused(Exception):
    """Its message is a sentence for the person who asked."""


class AlreadyTheirs(Refused):
    """The person has used this code already; ``period`` is what it gave."""

    def __init__(self, period):
        super().__init__(_("You have used this code already."))
        self.period = period
