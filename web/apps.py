from django.apps import AppConfig


class WebConfig(AppConfig):
    """No models: what every page stands on (public pages, cursors, signing, cleaning)."""

    name = "web"
