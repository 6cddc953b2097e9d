"""The back office: the stock admin with the newspaper's words."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _


class NewsroomAdminSite(admin.AdminSite):
    site_header = _("Newsroom")
    site_title = _("Newsroom")
    index_title = _("Back office")
    site_url = "/"
    enable_nav_sidebar = False
