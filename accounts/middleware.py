"""Small things about the person: their session, their language, and hints to scripts that they are in or just left."""

from django.conf import settings
from django.contrib.auth.signals import user_logged_out
from django.dispatch import receiver
from django.utils import translation

from . import devices, second_factor

HINT = "signed_in"
# Scripts then remove what the browser kept of unsaved texts, and this hint.
FORGET = "signed_out"
A_DAY = 24 * 60 * 60


@receiver(user_logged_out, dispatch_uid="accounts.note_sign_out")
def note_sign_out(sender, request, user, **kwargs):
    """Signing out, unlike a session that ends by itself, tells the browser to forget what somebody wrote there."""
    if request is not None and user is not None:
        request.has_signed_out = True


class SessionStateMiddleware:
    """What the session knows about the person: whether they have shown their second factor, and where they are."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_authenticated:
            request.user.lacks_second_factor = second_factor.is_lacking(request)
            devices.note(request)
        return self.get_response(request)


class LanguageMiddleware:
    """Private pages speak the person's language, all others the newspaper's; nothing that a browser sends decides."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        language = settings.LANGUAGE_CODE
        if settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_authenticated:
            language = request.user.language or language
        with translation.override(language):
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response


class SignedInHintMiddleware:
    """Keeps a cookie that scripts can read, so that a page asks for private parts only when there may be some.

    It proves nothing: whoever forges it gets what everybody gets. Public pages come without cookies and set none.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if getattr(request, "has_signed_out", False):
            response.set_cookie(FORGET, "1", max_age=A_DAY, secure=settings.SESSION_COOKIE_SECURE, samesite="Lax")
        if not hasattr(request, "session") or not request.session.accessed:
            return response
        signed_in = request.user.is_authenticated
        if signed_in and HINT not in request.COOKIES:
            response.set_cookie(
                HINT, "1", max_age=settings.SESSION_COOKIE_AGE, secure=settings.SESSION_COOKIE_SECURE, samesite="Lax"
            )
        elif not signed_in and HINT in request.COOKIES:
            response.delete_cookie(HINT, samesite="Lax")
        return response
