"""The sweep that needs no task: what is missing is read from the rows."""

import pytest
from django.core.management import CommandError, call_command

from pictures import renditions
from pictures.models import Picture
from tests.factories import make_picture
from tests.pictures.samples import add

pytestmark = pytest.mark.django_db


def test_command_finishes_what_is_missing_and_only_that(capsys):
    half, whole = add(), add()
    renditions.make_all(whole)
    call_command("make_renditions")
    assert "1 " in capsys.readouterr().out
    assert not renditions.missing_from(Picture.objects.get(pk=half.pk))
    call_command("make_renditions")
    assert "0 " in capsys.readouterr().out


def test_lost_original_stops_no_other_picture(capsys):
    lost, good = make_picture(width=10, height=10), add()
    with pytest.raises(CommandError):
        call_command("make_renditions")
    assert f"{lost.pk}:" in capsys.readouterr().err
    assert not renditions.missing_from(Picture.objects.get(pk=good.pk))
