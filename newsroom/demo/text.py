"""What a text of the demo edition is, before it becomes an article."""

import datetime as dt
from dataclasses import dataclass

from django.utils import timezone


@dataclass(frozen=True)
class Text:
    """``body`` begins each block on a line of its own; ``{articles[key]}`` and ``{pictures[key]}`` in it become
    numbers. Boxes and ``related`` name texts that are older, so that these are there already. ``bylines`` are slugs
    of authors, the others than the first as correspondents.

    ``days`` ago at ``hour`` in the site's zone, or ``minutes`` ago; a text without any is not published.
    """

    key: str
    section: str
    headline: str
    body: str
    bylines: tuple[str, ...]
    kicker: str = ""
    standfirst: str = ""
    tags: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    picture: str = ""
    picture_caption: str = ""
    for_subscribers: bool = False
    comments_open: bool = True
    days: int = 0
    hour: str = ""
    minutes: int = 0

    @property
    def html(self) -> str:
        """The body as cleaning writes it: without line ends, no-break spaces by name."""
        return self.body.strip().replace(">\n<", "><").replace("\n", " ").replace("\u00a0", "&nbsp;")

    def published_at(self, now: dt.datetime) -> dt.datetime | None:
        if self.hour:
            return at_hour(now, -self.days, self.hour)
        return now - dt.timedelta(minutes=self.minutes) if self.minutes else None


def at_hour(now: dt.datetime, days: int, hour: str) -> dt.datetime:
    """« 06:00 » by the site's clock, so many days from the day of ``now``."""
    zone = timezone.get_default_timezone()
    day = timezone.localdate(now, zone) + dt.timedelta(days=days)
    return dt.datetime.combine(day, dt.time.fromisoformat(hour), tzinfo=zone)
