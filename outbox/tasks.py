"""The hint that mail is waiting; whoever misses it loses nothing, since ``manage.py send_mail`` sends what is due."""

from django.utils import timezone
from django_tasks import task

from .delivery import send_due
from .models import Message


@task()
def send_mail() -> int:
    """Sends what is due; what failed is hinted at again when its next try comes. Returns the number of mails sent."""
    sent, failed = send_due()
    if failed:
        waiting = Message.objects.filter(state=Message.State.WAITING, next_try_at__gt=timezone.now())
        next_try = waiting.order_by("next_try_at").values_list("next_try_at", flat=True).first()
        if next_try:
            send_mail.using(run_after=next_try).enqueue()
    return sent
