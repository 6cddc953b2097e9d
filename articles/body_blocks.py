"""A stored body as a person reads it, block by block: no markup, links by their address, boxes by what they show."""

from collections.abc import Callable

from django.utils.translation import gettext_lazy as _

from web.markup import attributes_of, text_in, tokens
from web.normal_form import BLOCKS, SPACES, is_key

from .comparison import Block
from .excerpts import whole_figures

# From the element to the kind of block and what it is called; the innermost that is open decides.
KINDS = {
    "cite": ("cite", _("Author of the quote")),
    "h2": ("heading", _("Heading")),
    "h3": ("heading", _("Smaller heading")),
    "h4": ("heading", _("Smallest heading")),
    "ol": ("item", _("Numbered list")),
    "ul": ("item", _("List")),
    "blockquote": ("quote", _("Quote")),
}
BOX_LABELS = {"article": _("Related articles"), "picture": _("Picture"), "embed": _("Post or video")}


def boxes_of(body: str, kind: str) -> set[int]:
    """Keys of the "article" or "picture" boxes of a body."""
    return _keys_in(tokens(body), kind)


def without_boxes(body: str, kind: str, keys: set[int]) -> str:
    """The clean body without those boxes, captions included."""
    kept, drops_end = [], False
    for piece in whole_figures(tokens(body)):
        drops = bool(_keys_in(piece, kind) & keys)
        if not (drops or drops_end):
            kept += [token.source for token in piece]
        # An article's box is empty, and two pieces: its end comes next.
        drops_end = drops and len(piece) == 1
    return "".join(kept)


def _keys_in(found, kind):
    keys = (attributes_of(token).get(f"data-{kind}", "") for token in found if token.kind == "start")
    return {int(key) for key in keys if is_key(key)}


def blocks_of(body: str, title_of: Callable[[str, int], str]) -> list[Block]:
    """``title_of(kind, key)`` names an "article" or a "picture"."""
    reader = Reader(title_of)
    for piece in whole_figures(tokens(body)):
        if len(piece) > 1:
            reader.read_figure(piece)
        else:
            reader.read(piece[0])
    reader.close()
    return reader.blocks


class Reader:
    """Gathers text until the block that it stands in ends."""

    def __init__(self, title_of):
        self.title_of = title_of
        self.blocks = []
        self.open = []
        self.texts, self.sources, self.links = [], [], []

    def read(self, token):
        if token.kind == "text":
            self.texts.append(SPACES.sub(" ", text_in(token)))
            self.sources.append(token.source)
        elif token.name == "br":
            self.texts.append("\n")
        elif token.name in BLOCKS:
            self.read_block(token)
        else:
            self.read_mark(token)

    def read_block(self, token):
        self.close()
        key = attributes_of(token).get("data-article", "")
        if token.name == "hr":
            self.add("rule", "———")
        elif token.kind == "end":
            if token.name in self.open:
                del self.open[len(self.open) - 1 - self.open[::-1].index(token.name) :]
        elif is_key(key):
            self.add("article", self.title_of("article", int(key)), source=key)
        else:
            self.open.append(token.name)

    def read_mark(self, token):
        """A link's address is read after its words, unless it is its words."""
        self.sources.append(token.source)
        if token.name != "a":
            return
        if token.kind == "start":
            self.links.append((attributes_of(token).get("href", ""), len(self.texts)))
        elif self.links:
            address, begin = self.links.pop()
            if address and "".join(self.texts[begin:]).strip() != address:
                self.texts.append(f" [{address}]")

    def read_figure(self, piece):
        self.close()
        attributes = attributes_of(piece[0])
        caption = Reader(self.title_of)
        for token in piece[1:-1]:
            caption.read(token)
        caption.close()
        key, address = attributes.get("data-picture", ""), attributes.get("data-embed", "")
        kind, title = ("picture", self.title_of("picture", int(key))) if is_key(key) else ("embed", address)
        lines = [title, *(block.text for block in caption.blocks)]
        self.add(kind, "\n".join(filter(None, lines)), source="".join(token.source for token in piece))

    def close(self):
        """Ends the block whose text was gathered; without any there is none."""
        text = "\n".join(line.strip(" ") for line in "".join(self.texts).split("\n")).strip("\n")
        if text:
            name = next((name for name in reversed(self.open) if name in KINDS), "")
            kind, label = KINDS.get(name, ("paragraph", ""))
            self.blocks.append(Block(kind, text, "".join(self.sources).strip(), str(label)))
        self.texts, self.sources, self.links = [], [], []

    def add(self, kind, text, source=""):
        self.blocks.append(Block(kind, text, source, str(BOX_LABELS.get(kind, ""))))
