"""What the menus of every page show: the desk's lines; without any, the top sections above, below the pages and
the corrections."""

from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.db.models import BigIntegerField, BooleanField, Case, CharField, F, Value, When
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext as _

from web.addresses import is_link_address

from .models import MenuItem, Page, Section

YES, NO = Value(value=True, output_field=BooleanField()), Value(value=False, output_field=BooleanField())
HEADER, FOOTER = MenuItem.Menu.HEADER.value, MenuItem.Menu.FOOTER.value


@dataclass(frozen=True)
class Link:
    """``color`` is the name of a colour token, or ""."""

    label: str
    url: str
    color: str = ""
    section_id: int | None = None


class MenuChangedError(Exception):
    """Somebody else has saved the menu meanwhile."""


def menus() -> dict[str, list[Link]]:
    """Both menus, in one query: the desk's lines, and what stands in for a menu that has none."""
    made, automatic = {HEADER: [], FOOTER: []}, {HEADER: [], FOOTER: []}
    for row in sorted(Row(*values) for values in _lines().union(_top_sections(), _published_pages(), all=True)):
        (made if row.is_line else automatic)[row.menu].append(row.link())
    automatic[FOOTER].append(Link(*corrections_line()))
    chosen = {menu: made[menu] or automatic[menu] for menu in made}
    return {menu: [link for link in links if link] for menu, links in chosen.items()}


def corrections_line() -> tuple[str, str]:
    """Words and address of the last line of a footer that nobody has made."""
    return _("Corrections"), reverse("corrections")


@dataclass(frozen=True, order=True)
class Row:
    """What is read of a line, a section or a page. ``section`` is 0 for none, ``address`` empty but for one typed."""

    menu: str
    is_line: bool
    position: int
    label: str
    slug: str
    color: str
    section: int
    is_open: bool
    address: str

    def link(self) -> Link | None:
        """None for what readers cannot open: a draft page, an address that is no link."""
        if self.address:
            return Link(self.label, self.address) if is_link_address(self.address) else None
        url = reverse("section" if self.section else "page", args=[self.slug])
        return Link(self.label, url, self.color, self.section or None) if self.is_open else None


def _lines():
    """``pk`` breaks no tie: the positions of a menu differ, since all its lines are written at once."""
    text, name = _text(""), Coalesce("section__name", "page__title", _text(""))
    return MenuItem.objects.order_by().values_list(
        "menu",
        YES,
        "position",
        Case(When(label="", then=name), default="label", output_field=CharField()),
        Coalesce("section__slug", "page__slug", text, output_field=CharField()),
        Coalesce("section__color", text, output_field=CharField()),
        Coalesce("section_id", 0),
        Coalesce("page__is_published", YES),
        "address",
    )


def _top_sections():
    return (
        Section.objects.top()
        .order_by()
        .values_list(_text(HEADER), NO, "position", "name", "slug", "color", F("pk"), YES, _text(""))
    )


def _published_pages():
    """In the order in which they were made."""
    return (
        Page.objects.published()
        .order_by()
        .values_list(_text(FOOTER), NO, F("pk"), "title", "slug", _text(""), _number(0), YES, _text(""))
    )


def _text(value):
    return Value(value, output_field=CharField())


def _number(value):
    return Value(value, output_field=BigIntegerField())


def shown_state(menu) -> str:
    """Changes with every saving of the menu."""
    return ",".join(str(pk) for pk in MenuItem.objects.filter(menu=menu).order_by("pk").values_list("pk", flat=True))


def replace(menu, lines, *, seen):
    """Puts the lines in the place of the menu's, in their order. Raises MenuChangedError unless it is as ``seen``; of
    two that save at once the database refuses one, since a position is taken once."""
    for position, line in enumerate(lines, start=1):
        line.menu, line.position = menu, position
    try:
        with transaction.atomic():
            if shown_state(menu) != seen:
                raise MenuChangedError
            MenuItem.objects.filter(menu=menu).delete()
            MenuItem.objects.bulk_create(lines)
    except IntegrityError:
        raise MenuChangedError from None
