from django.apps import AppConfig


class WebConfig(AppConfig):
    """No models: what every page stands on (public pages, fragments, cursors, cleaning, typography)."""

    name = "web"
