"""The error pages: short, in the newspaper's language, and without a trace of what was asked for."""

from django.shortcuts import render
from django.views.decorators.cache import never_cache

from .typed import address_of_form, typed_texts


@never_cache
def not_found(request, exception=None):
    return render(request, "404.html", status=404)


@never_cache
def forbidden(request, exception=None):
    return render(request, "403.html", status=403)


@never_cache
def bad_request(request, exception=None):
    return render(request, "400.html", status=400)


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
