"""A server of its own process, to be killed in the middle of what it does; its argument is a file for its port."""

import sys
from pathlib import Path

from newsroom.wsgi import application
from tests.browser.server import Handler, Server

if __name__ == "__main__":
    with Server(("127.0.0.1", 0), Handler) as server:
        server.set_app(application)
        Path(sys.argv[1]).write_text(f"{server.server_port}\n")
        server.serve_forever()
