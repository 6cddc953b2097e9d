"""What each process that ticks does once a day. All of it may be done twice, so no two need to agree."""

from django.utils import timezone

from subscriptions.personal_data import forget_old_buyers


class Daily:
    """Called at every beat. Works at the first one of a day; a failure is tried again at the next."""

    def __init__(self):
        self.done_on = None

    def __call__(self):
        today = timezone.localdate()
        if today != self.done_on:
            forget_old_buyers()
            self.done_on = today


daily = Daily()
