"""Two small things about the person: their language, and a hint to scripts that somebody is signed in."""

from django.conf import settings
from django.utils import translation

HINT = "signed_in"


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
