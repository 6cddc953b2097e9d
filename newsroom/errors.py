"""The error pages: short, in the newspaper's language, and without a trace of what was asked for."""

from django.shortcuts import render
from django.views.decorators.cache import never_cache


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
    """A form that was not ours, or too old: says so and how to go on."""
    return render(request, "403_csrf.html", status=403)
