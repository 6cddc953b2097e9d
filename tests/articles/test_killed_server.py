"""K11: a server that is killed while it writes autosaves leaves no half of one, and the text is offered again."""

import http.client
import json
import os
import random
import signal
import subprocess
import sys
import threading
import uuid
from pathlib import Path
from urllib.parse import urlencode

import pytest
from django.conf import settings
from django.db import connection

from articles import autosaves, working_copy
from tests.articles.test_article_form import change
from tests.articles.test_autosaves import at, typed
from tests.articles.writing import draft
from tests.wsgi import cookies_of

ROOT = Path(__file__).parents[2]
ROUNDS = 4
SEED = 11


def address_of_database():
    """Where the tests write, as a server reads it from its environment."""
    name = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    wanted = connection.settings_dict
    return f"postgres://{wanted['USER']}:{wanted['PASSWORD']}@{wanted['HOST']}:{wanted['PORT'] or 5432}/{name}"


@pytest.fixture
def server(tmp_path):
    """``server()`` starts one and gives (process, port)."""
    running = []

    def start():
        file = tmp_path / f"port{len(running)}"
        environ = os.environ | {"DATABASE_URL": address_of_database(), "DJANGO_SETTINGS_MODULE": "newsroom.settings"}
        command = [sys.executable, "-m", "tests.articles.killed_server", str(file)]
        process = subprocess.Popen(command, cwd=ROOT, env=environ, start_new_session=True)
        running.append(process)
        tick = threading.Event()
        while not (file.exists() and file.read_text().endswith("\n")):
            assert process.poll() is None, "the server did not start"
            tick.wait(0.05)
        return process, int(file.read_text())

    yield start
    for process in running:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def post(port, path, sent, cookies):
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    headers = {
        "Host": "testserver",
        "Cookie": f"{cookies}; csrftoken={'a' * 32}",
        "X-CSRFToken": "a" * 32,
        "Content-Type": "application/x-www-form-urlencoded",
    }
    line.request("POST", path, urlencode(sent, doseq=True), headers)
    answer = line.getresponse()
    return answer.status, json.loads(answer.read())


def write_until_killed(port, path, sent, cookies):
    """The numbers of the texts that were sent and of those that were answered."""
    sent_, answered = [], []
    for number in range(10_000):
        sent_.append(number)
        try:
            status, said = post(port, path, sent | {"body": text(number)}, cookies)
        except (OSError, http.client.HTTPException):
            return sent_, answered
        assert (status, said["state"]) == (200, "ok")
        answered.append(number)
    raise AssertionError("the server lives on")


def text(number):
    return "".join(f"<p>Text {number}, paragraph {place}.</p>" for place in range(200))


@pytest.mark.django_db(transaction=True)
def test_killed_server_leaves_whole_texts_and_loses_no_answered_one(server, cast, client):
    chance = random.Random(SEED)
    cookies = cookies_of(cast.journalist)
    for _round in range(ROUNDS):
        article, revision = draft(by=cast.journalist)
        process, port = server()
        sent = typed(cast.journalist, article, form_key=uuid.uuid4())
        post(port, at(article), sent | {"body": text(0)}, cookies)
        timer = threading.Timer(chance.uniform(0.2, 1.2), os.killpg, (process.pid, signal.SIGKILL))
        timer.start()
        numbers, answered = write_until_killed(port, at(article), sent, cookies)
        process.wait()
        kept = working_copy.read(autosaves.of(article, cast.journalist))
        # On the disk before it was answered; at most the one that was being written is missing.
        possible = {text(number) for number in numbers if number >= max(answered, default=0)}
        assert kept["body"] in possible
        assert working_copy.newest(article) == revision
        client.force_login(cast.journalist, backend="django.contrib.auth.backends.ModelBackend")
        assert "n’a pas été enregistré" in client.get(change(article)).text


@pytest.mark.skipif(settings.DATABASES["default"]["ENGINE"].endswith("postgresql"), reason="only on SQLite")
@pytest.mark.django_db(transaction=True)
def test_database_file_is_whole_after_the_server_was_killed(server, cast):
    article, _revision = draft(by=cast.journalist)
    process, port = server()
    sent = typed(cast.journalist, article, form_key=uuid.uuid4())
    timer = threading.Timer(0.5, os.killpg, (process.pid, signal.SIGKILL))
    timer.start()
    write_until_killed(port, at(article), sent, cookies_of(cast.journalist))
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA integrity_check")
        assert cursor.fetchall() == [("ok",)]
