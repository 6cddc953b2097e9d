"""The back office: the stock admin with the newspaper's name, entered through the site's own sign-in."""

from allauth.account.decorators import secure_admin_login
from django.contrib import admin
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _


@method_decorator(secure_admin_login, name="login")
class NewsroomAdminSite(admin.AdminSite):
    """Signing in happens on the site's page, with its limits and its ways of proving who one is."""

    site_header = _("Newsroom")
    site_title = _("Newsroom")
    index_title = _("Back office")
    site_url = "/"
    enable_nav_sidebar = False
