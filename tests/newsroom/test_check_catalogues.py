"""The check of the catalogues fails for each kind of fault, and for none."""

import shutil
import subprocess

import pytest

from newsroom.management.commands.check_catalogues import complaints

pytestmark = pytest.mark.skipif(not shutil.which("msgfmt"), reason="needs GNU gettext")
HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
GOOD = HEADER + 'msgid "Read"\nmsgstr "Lire"\n\nmsgctxt "month"\nmsgid "May"\nmsgstr "mai"\n'
WANTED = {"Read": "", "month\x04May": ""}


@pytest.fixture
def catalogue(settings, tmp_path):
    settings.BASE_DIR = tmp_path
    folder = tmp_path / "locale" / "fr" / "LC_MESSAGES"
    folder.mkdir(parents=True)

    def write(text, compiled=None):
        (folder / "django.po").write_text(compiled or text)
        command = ["msgfmt", "-o", str(folder / "django.mo"), str(folder / "django.po")]
        subprocess.run(command, check=True, capture_output=True)
        (folder / "django.po").write_text(text)
        return list(complaints("fr", WANTED))

    return write


def test_complete_catalogue_is_accepted(catalogue):
    assert catalogue(GOOD) == []


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (HEADER + 'msgid "Read"\nmsgstr "Lire"\n', "not translated: 'month\\x04May'"),
        (GOOD.replace('"Lire"', '""'), "not translated: 'Read'"),
        (GOOD.replace('msgid "Read"', '#, fuzzy\nmsgid "Read"'), "fuzzy: 'Read'"),
        (GOOD + '\nmsgid "Gone"\nmsgstr "Parti"\n', "no longer in the source: 'Gone'"),
        (GOOD + '\n#~ msgid "Gone"\n#~ msgstr "Parti"\n', "it keeps obsolete messages (#~)"),
    ],
)
def test_fault_of_a_catalogue_is_named(catalogue, text, complaint):
    assert catalogue(text) == [complaint]


def test_compiled_file_of_another_catalogue_is_refused(catalogue):
    assert catalogue(GOOD, compiled=GOOD.replace("Lire", "Voir")) == ["the compiled file is not that of the catalogue"]


def test_missing_catalogue_is_refused(settings, tmp_path):
    settings.BASE_DIR = tmp_path
    assert list(complaints("fr", WANTED)) == ["the catalogue or its compiled file is missing"]
