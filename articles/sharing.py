"""Plain links that share an article: addresses of elsewhere, of which nothing loads before a reader follows one."""

import re
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from django.utils.translation import gettext as _

BREAKS = re.compile(r" *[\x00-\x1f\x7f\x85\u2028\u2029][ \x00-\x1f\x7f\x85\u2028\u2029]*")


@dataclass(frozen=True)
class ShareLink:
    label: str
    url: str


def share_links(title: str, address: str) -> list[ShareLink]:
    """``address`` is the canonical one. A line break in a title, which could begin a mail header, is a space."""
    title = BREAKS.sub(" ", title).strip()
    return [
        ShareLink("WhatsApp", _with("https://wa.me/", text=f"{title} {address}")),
        ShareLink("Facebook", _with("https://www.facebook.com/sharer/sharer.php", u=address)),
        ShareLink("X", _with("https://x.com/intent/post", text=title, url=address)),
        ShareLink(_("E-mail"), _with("mailto:", subject=title, body=address)),
    ]


def offer_links(title: str, address: str) -> list[ShareLink]:
    """Of an article that a subscriber offers: only ways to send it to somebody."""
    title = BREAKS.sub(" ", title).strip()
    words = _("I offer you this article: {title}").format(title=title)
    return [
        ShareLink("WhatsApp", _with("https://wa.me/", text=f"{words} {address}")),
        ShareLink(_("E-mail"), _with("mailto:", subject=words, body=address)),
    ]


def _with(target, **values):
    """Spaces as %20: mail programs show a plus as a plus."""
    return f"{target}?{urlencode(values, quote_via=quote, safe='')}"
