"""Who comes to the desk of moderators: nobody else gets a page or does a deed there."""

from functools import wraps

from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from comments.moderation import refuse_others


def page(view):
    """Looks, and changes nothing."""
    return never_cache(require_safe(for_moderators(view)))


def deed(view):
    return never_cache(require_POST(for_moderators(view)))


def for_moderators(view):
    @wraps(view)
    def guarded(request, *args, **kwargs):
        refuse_others(request.user)
        return view(request, *args, **kwargs)

    return guarded
