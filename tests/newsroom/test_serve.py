"""What stops the site from starting is said in a sentence."""

import socket

import pytest
from django.core.management import CommandError, call_command


def test_port_in_use_is_refused_in_words(settings):
    settings.DEMO = True
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        with pytest.raises(CommandError, match=f"Something already listens on port {port}"):
            call_command("serve", port=port)


@pytest.mark.parametrize("port", ["x", "0", "65536", "-1", ""])
def test_port_that_is_none_is_refused_in_words(port):
    with pytest.raises(CommandError, match="write a number between 1 and 65535"):
        call_command("serve", f"--port={port}")


def test_production_does_not_start_without_its_static_files(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path
    with pytest.raises(CommandError, match="collectstatic"):
        call_command("serve")
