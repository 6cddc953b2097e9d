"""Days off as an editor types them."""

import datetime as dt

import pytest

from articles.holidays import UnreadableDay, read, tidy


def test_days_come_once_or_every_year():
    days = read("22/09\n\n 20/03/2026 \n2026-05-27\n29/02")
    assert dt.date(2031, 9, 22) in days
    assert dt.date(2026, 3, 20) in days
    assert dt.date(2027, 3, 20) not in days
    assert dt.date(2026, 5, 27) in days
    assert dt.date(2028, 2, 29) in days


def test_spelling_is_one_and_each_day_there_once():
    assert tidy("2026-05-27\n1/5\n01/05\n27/5/2026") == "27/05/2026\n01/05"
    assert tidy(tidy("1/5")) == tidy("1/5")


@pytest.mark.parametrize("line", ["31/02", "32/01", "1er mai", "22-09", "22/09/26", "2026-13-01", "20/03/0000", "٢/٩"])
def test_line_that_is_no_day_is_named(line):
    with pytest.raises(UnreadableDay) as caught:
        read(f"22/09\n{line}")
    assert caught.value.line == line
