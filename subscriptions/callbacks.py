"""What providers send by themselves. It is verified, kept and answered; nobody is asked meanwhile."""

from django.db import IntegrityError, transaction
from django.http import Http404, HttpResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from . import providers
from .models import ProviderEvent
from .providers.base import NotSigned, Provider
from .tasks import reconcile

# Bytes of a call; those of providers are some hundreds.
LARGEST = 64 * 1024


@csrf_exempt
@never_cache
@require_POST
def payment_callback(request, provider):
    """For programs: 200 for what is signed, however often it comes; 413, 401 and 400 say what is wrong."""
    if provider not in providers.ALL:
        raise Http404
    length = request.META.get("CONTENT_LENGTH") or "0"
    if not length.isdecimal() or int(length) > LARGEST:
        return HttpResponse(status=413)
    try:
        receive(providers.ALL[provider], request.body, request.headers)
    except NotSigned:
        return HttpResponse(status=401)
    except ValueError:
        return HttpResponse(status=400)
    return HttpResponse(status=200)


def receive(provider: Provider, body: bytes, headers) -> bool:
    """Keeps a signed call, once, and says whether it is new. Raises ``NotSigned`` or ``ValueError``."""
    call = provider.verify(body, headers, now=timezone.now())
    try:
        with transaction.atomic():
            ProviderEvent.objects.create(
                provider=provider.slug, event_id=call.event_id, reference=call.reference, body=body.decode()
            )
            transaction.on_commit(reconcile.enqueue, robust=True)
    except IntegrityError:
        return False
    return True
