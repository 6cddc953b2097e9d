"""Forms that could not be taken, since a session had ended or was another one: the way on leads back to where the form
stood, and the person gets their words back. Scripts, which ask for no page, get what they know how to read."""

from urllib.parse import parse_qsl, urlsplit

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpResponseNotAllowed
from django.urls import reverse
from django.utils.translation import gettext as _

from . import errors
from .typed import address_of_form, typed_texts

SAFE = {"GET", "HEAD", "OPTIONS", "TRACE"}


class UnsentFormsMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if "text/html" not in request.headers.get("Accept", ""):
            return response
        if isinstance(response, HttpResponseNotAllowed):
            return self.explain(request, response)
        if request.method not in SAFE and self.asks_to_sign_in(request, response):
            return self.lead_back(request, response)
        return response

    @staticmethod
    def explain(request, response):
        """An address that takes forms alone, followed by a person."""
        if response.content:
            return response
        page = errors.only_forms(request)
        page.headers["Allow"] = response.headers["Allow"]
        return page

    @staticmethod
    def asks_to_sign_in(request, response) -> bool:
        """And would lead to the address of the form afterwards, which only takes forms."""
        if response.status_code != 302:
            return False
        where = urlsplit(response.headers["Location"])
        is_sign_in = where.path in {reverse("account_login"), reverse("admin:login")}
        return is_sign_in and dict(parse_qsl(where.query)).get("next") == request.get_full_path()

    @staticmethod
    def lead_back(request, response):
        back = address_of_form(request)
        if not back:
            return response
        if texts := typed_texts(request):
            return errors.session_ended(request, back, texts)
        messages.warning(
            request, _("You were no longer signed in, and nothing was done. Sign in, then send it again.")
        )
        return redirect_to_login(back, urlsplit(response.headers["Location"]).path)
