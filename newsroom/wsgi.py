"""The WSGI entry: the edge in front of Django's handler."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")

django_application = get_wsgi_application()

from django.conf import settings  # noqa: E402

from newsroom import tick  # noqa: E402
from newsroom.edge import Edge  # noqa: E402  (reads the URLconf, so Django must be set up)

application = Edge(django_application)
if settings.TICK:
    tick.start()
