from django.apps import AppConfig
from django.db.backends.signals import connection_created

from .sorting import prepare


class WebConfig(AppConfig):
    """No models: what every page stands on (public pages, fragments, cursors, cleaning, typography)."""

    name = "web"

    def ready(self):
        connection_created.connect(prepare, dispatch_uid="web.sorting")
