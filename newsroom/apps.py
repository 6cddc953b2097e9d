from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig


class NewsroomConfig(AppConfig):
    name = "newsroom"
    verbose_name = "Newsroom"


class NewsroomAdminConfig(AdminConfig):
    """The stock admin under our own site, so that every app registers with ``@admin.register``."""

    default_site = "newsroom.admin_site.NewsroomAdminSite"
