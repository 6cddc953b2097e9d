"""The error pages: short, in the newspaper's language, and without a trace of what was asked for."""

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from .typed import address_of_form, typed_texts


@never_cache
def not_found(request, exception=None):
    return render(request, "404.html", way_on(request), status=404)


@never_cache
def forbidden(request, exception=None):
    return render(request, "403.html", way_on(request), status=403)


@never_cache
def bad_request(request, exception=None):
    """A form that is too large has the same status as what nobody understands, and another reason."""
    if isinstance(exception, RequestDataTooBig | TooManyFieldsSent):
        most = settings.DATA_UPLOAD_MAX_MEMORY_SIZE // 1_000_000
        return render(request, "413.html", {"most": most, "back": address_of_form(request)}, status=413)
    return render(request, "400.html", way_on(request), status=400)


def way_on(request) -> dict:
    """Whoever strays in the back office goes on there; a page for readers knows nobody."""
    return {"is_desk": request.path.startswith(reverse("admin:index"))}


@never_cache
def server_error(request):
    return render(request, "500.html", status=500)


@never_cache
def csrf_failure(request, reason=""):
    """A form that was not ours, or too old: says so, how to go on, and what was typed."""
    context = {"back": address_of_form(request), "texts": typed_texts(request)}
    return render(request, "403_csrf.html", context, status=403)


@never_cache
def only_forms(request):
    """An address that is not read, but sent to."""
    return render(request, "405.html", status=405)


@never_cache
def session_ended(request, back, texts):
    """A form of somebody who was no longer signed in: ``back`` is the page of the form, ``texts`` what was typed."""
    return render(request, "session_ended.html", {"back": back, "texts": texts}, status=403)
