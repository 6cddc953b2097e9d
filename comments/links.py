"""Whether a text leads elsewhere: addresses as a reader would copy them, also those that no reader can tap."""

import re
from unicodedata import category, normalize

from django.conf import settings

from .folding import BLANK, UNSEEN

# With a scheme, whatever its name; of e-mail; with « www. »; with a path or a port; with an ending that no sentence
# begins with.
ADDRESS = re.compile(
    r"\w\s?:\s?[/\\]{2}"
    r"|\w@[\w-]+(?:\.[\w-]+)*\.[^\W\d_]{2}"
    r"|\bw{2,4}\d?\."
    r"|[\w-]\.[a-z]{2,24}(?:/\w|:\d{2,5}\b)"
    r"|[\w-]\.(?:com|org|biz|xyz)\b",
    re.IGNORECASE,
)
# Of an address that is nothing but a name: those that are common here, and those that are common in spam. Words that
# begin many French sentences (« de », « la », « au ») and « es », as in « abonné.es », are left out.
ENDINGS = """
    com net org info biz name pro mobi xyz click top online site shop store club live link icu buzz app dev africa
    website space fun vip win bid loan work rest tech cloud blog news io ai co me ly gl gg to tv cc ws tk gq cf pw su
    ml sn ci bf ne tg bj gn gw cm cd cg ga gh ng gm mr ma dz tn eg ke za rw fr be ch ca lu uk us it eu ru cn
"""
ALL_ENDINGS = frozenset(ENDINGS.split())
# « citoyen.ne », « citoyen.ne.s » are persons, not places.
NAMED = re.compile(r"[\w-]\.(?!(?<=n\.)ne\b)([a-z]{2,24})\b", re.IGNORECASE)
DOTS = str.maketrans("。", ".")


def has_link(text) -> bool:
    """Addresses of this site are none."""
    own = rf"{re.escape(settings.SITE_URL)}(?:/\S*|(?=\s|$))"
    plain = re.sub(own, " ", _plain(text))
    return ADDRESS.search(plain) is not None or any(_is_ending(found[1]) for found in NAMED.finditer(plain))


def _plain(text) -> str:
    """Without the signs that nobody sees; letters and full stops that stand for plain ones as those."""
    signs = normalize("NFKC", text).translate(DOTS)
    return "".join(sign for sign in signs if sign not in BLANK and category(sign) not in UNSEEN)


def _is_ending(label) -> bool:
    """A capital alone at the beginning is that of a sentence before which the space is missing: « fini.Site »."""
    return label.lower() in ALL_ENDINGS and not label.istitle()
