"""The site as a browser meets it: the edge in front of Django, served by threads of this process.

One request a connection; its database connection is closed with it, so none is open when the tables are emptied.
"""

import contextlib
import socketserver
import sys
import threading
from wsgiref import simple_server

from django.conf import settings
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.db import connections
from django.views.static import serve

from newsroom.wsgi import application


class MediaHandler(StaticFilesHandler):
    """Serves the renditions, as a web server does in production."""

    def get_base_url(self):
        return settings.MEDIA_URL

    def serve(self, request):
        return serve(request, self.file_path(request.path), document_root=settings.MEDIA_ROOT)


class Handler(simple_server.WSGIRequestHandler):
    # Browsers open connections that they may never use: do not wait for those.
    timeout = 10

    def log_message(self, *args):
        pass


class Server(socketserver.ThreadingMixIn, simple_server.WSGIServer):
    # Shutting down waits for the threads.
    daemon_threads = False
    request_queue_size = 50

    def process_request_thread(self, request, client_address):
        try:
            super().process_request_thread(request, client_address)
        finally:
            connections.close_all()

    def handle_error(self, request, client_address):
        if not isinstance(sys.exception(), ConnectionError | TimeoutError):
            super().handle_error(request, client_address)


@contextlib.contextmanager
def serving():
    """The address of a running server, without a slash at its end; stopped when the block ends."""
    with Server(("127.0.0.1", 0), Handler) as server:
        server.set_app(MediaHandler(StaticFilesHandler(application)))
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()
