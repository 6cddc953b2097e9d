"""Front pages by hand for tests: what is placed, and what the screen sends."""

from articles import front_page_desk
from articles.models import FrontPageSlot

Place = FrontPageSlot.Place


def slot(article, place="lead", **fields):
    return FrontPageSlot(**{"article": article, "place": place, **fields})


def lay_out(*slots, by):
    """A new edition upon the newest; positions as given."""
    for position, one in enumerate(slots, 1):
        one.position = one.position or position
    newest = front_page_desk.newest()
    return front_page_desk.save(list(slots), base=newest.number if newest else 0, by=by)


def sent(*rows, base=0, **fields):
    """The form's fields: each row a dict with ``article`` and what differs from the lead's place."""
    data = {"base": base, "step": "save", "slots-TOTAL_FORMS": len(rows), "slots-INITIAL_FORMS": 0, **fields}
    for index, row in enumerate(rows):
        values = {"place": "lead", "position": index + 1, "headline": "", "pinned_until": "", **row}
        values["article"] = getattr(values["article"], "pk", values["article"])
        data |= {f"slots-{index}-{name}": value for name, value in values.items()}
    return data
