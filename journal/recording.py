"""Writes the journal. Whoever does something worth knowing calls ``record`` in the transaction of the deed itself."""

from .models import Entry


def record(action: str, what=None, *, by=None, detail: str = "", label: str = "") -> Entry:
    """``action``: an English msgid that its caller marks with ``gettext_noop``. ``what``: the row it was done to, with
    its key still there. ``by``: the person; None for the program itself. Texts are cut to what a row holds."""
    return Entry.objects.create(
        action=action,
        by_key=by.pk if by else None,
        by_name=str(by or "")[:254],
        kind=what._meta.label_lower if what else "",
        key=str(what.pk) if what else "",
        label=(label or str(what or ""))[:250],
        detail=str(detail).strip(),
    )
