"""The back office: the stock admin with the newspaper's name, entered through the site's own sign-in."""

from allauth.account.decorators import secure_admin_login
from django.apps import apps
from django.conf import settings
from django.contrib import admin
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import FieldDoesNotExist, PermissionDenied
from django.http import Http404
from django.shortcuts import redirect
from django.urls import path
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _

from accounts import second_factor
from newsroom.first_page import first_page
from newsroom.leaving_desk import delete_user
from web.desk import DeskAdmin

# Pages that libraries bring: ours stand in their place, or nobody in a newsroom needs them.
NOT_OURS = {
    "allauth.mfa.admin",
    "allauth.usersessions.admin",
    "django.contrib.auth.admin",
    "django_tasks_db.admin",
    "taggit.admin",
}


@method_decorator(secure_admin_login, name="login")
class NewsroomAdminSite(admin.AdminSite):
    """Signing in happens on the site's page, with its limits and its ways of proving who one is."""

    site_header = _("Newsroom")
    site_title = _("Newsroom")
    index_title = _("Back office")
    site_url = "/"
    enable_nav_sidebar = False

    def register(self, model_or_iterable, admin_class=None, **options):
        if admin_class is None or admin_class.__module__ not in NOT_OURS:
            super().register(model_or_iterable, admin_class, **options)

    def has_permission(self, request):
        return super().has_permission(request) and not second_factor.is_lacking(request)

    def login(self, request, extra_context=None):
        """Where whoever may not come in is sent: to sign in, or on to the second factor."""
        if second_factor.is_lacking(request):
            return redirect(second_factor.way_in(request))
        return super().login(request, extra_context)

    def index(self, request, extra_context=None):
        page = first_page(request.user, self.get_app_list(request))
        page |= {"title": page["greeting"], "is_without_factor": not settings.STAFF_SECOND_FACTOR}
        return super().index(request, page | (extra_context or {}))

    def app_index(self, request, app_label, extra_context=None):
        """Applications are the program's business: whoever may open a list of one finds it on the first page."""
        if not self.get_app_list(request, app_label):
            raise Http404
        return self.index(request, extra_context)

    def get_urls(self):
        """The stock route to a row's public address tells it to anybody who may enter: ours asks for the right. An
        account is not deleted as a row. Pages that are no model's come from the admins that have them."""
        own = path(
            "r/<int:content_type_id>/<path:object_id>/", self.admin_view(self.view_on_site), name="view_on_site"
        )
        leaving = path(
            "accounts/user/<path:object_id>/delete/", self.admin_view(delete_user), name="accounts_user_delete"
        )
        desks = [one for one in self._registry.values() if isinstance(one, DeskAdmin)]
        pages = [page for desk in desks for page in desk.site_urls()]
        stock = (route for route in super().get_urls() if getattr(route, "name", "") != "view_on_site")
        return [own, leaving, *pages, *stock]

    def view_on_site(self, request, content_type_id, object_id):
        kind = ContentType.objects.filter(pk=content_type_id).first()
        admin_of_kind = self._registry.get(kind and kind.model_class())
        row = admin_of_kind and admin_of_kind.get_object(request, object_id)
        if not row or not admin_of_kind.has_view_permission(request, row) or not hasattr(row, "get_absolute_url"):
            raise Http404
        return redirect(row.get_absolute_url() or "admin:index")

    def autocomplete_view(self, request):
        """The stock view fails on names of relations that are no fields of a form, and PostgreSQL on NUL."""
        try:
            model = apps.get_model(request.GET.get("app_label", ""), request.GET.get("model_name", ""))
            is_field = model._meta.get_field(request.GET.get("field_name", "")).concrete
        except (LookupError, ValueError, FieldDoesNotExist):
            is_field = False
        if not is_field or "\x00" in request.GET.get("term", ""):
            raise PermissionDenied
        return super().autocomplete_view(request)

    def password_change(self, request, extra_context=None):
        """The account's own page counts wrong tries."""
        return redirect("account_change_password")
