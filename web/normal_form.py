"""Writes any HTML as an article's body in one form: known elements, well nested, not deep, nothing empty.

It keeps text and structure; that nothing dangerous is left is nh3's part (``web.html``).
"""

import html
import re
from collections import Counter

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from .addresses import is_web_address
from .markup import Token, attributes_of, text_in, tokens

LIMIT = 500_000
DEEPEST = 20
LONGEST_ADDRESS = 2_000

MARKS = {"strong": "strong", "b": "strong", "em": "em", "i": "em", "s": "s", "strike": "s", "del": "s"}
MARKS |= {"sub": "sub", "sup": "sup"}
HEADINGS = {"h1": "h2", "h2": "h2", "h3": "h3", "h4": "h4", "h5": "h4", "h6": "h4"}
LISTS = {"ul", "ol"}
CONTAINERS = {"blockquote", "li", *LISTS}
# fmt: off
PARAGRAPHS = {
    "p", "div", "address", "article", "aside", "body", "caption", "center", "dd", "details", "dialog", "dir", "dl",
    "dt", "fieldset", "footer", "form", "header", "hgroup", "html", "legend", "listing", "main", "menu", "nav",
    "optgroup", "option", "pre", "search", "section", "summary", "table", "tbody", "tfoot", "thead", "tr",
}
# fmt: on
CELLS = {"td", "th"}
BLOCKS = {*PARAGRAPHS, *HEADINGS, *CONTAINERS, *CELLS, "br", "hr", "cite", "figure", "figcaption"}

KEY = re.compile(r"[1-9][0-9]{0,17}")
LINK = re.compile(r"https?://[^\s/?#@\\]+(?:[/?#]\S*)?|/(?![/\\])\S*|(?:mailto|tel):[^\s/]\S*", re.IGNORECASE)
NOT_BOLD = re.compile(r"(?<![\w-])font-weight:\s*normal", re.IGNORECASE)
SPACES = re.compile(r"[ \t\n\r\f]+")
# Control characters (Cc) but white space, byte order marks, and halves of characters, which no encoding can write.
UNWANTED = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufeff\ud800-\udfff]")
# At the edge of a block nobody misses them; a block of nothing else is empty.
INVISIBLE = " \t\n\r\f\xa0\xad\u2028\u2029\u202f\u205f\u2060\u3000" + "".join(map(chr, range(0x2000, 0x2010)))


class TooMuchHtml(ValueError):
    """Its message may be shown."""

    def __init__(self):
        limit = number_format(LIMIT, force_grouping=True)
        super().__init__(_("The text is too long: {limit} characters at most, markup included.").format(limit=limit))


def is_key(value: str) -> bool:
    """Whether it names a row: digits, and no more than a database holds."""
    return KEY.fullmatch(value) is not None


def is_embed(value: str) -> bool:
    return len(value) <= LONGEST_ADDRESS and is_web_address(value)


def address_of_link(value: str) -> str:
    """The address as it may stand in a link, or "". Browsers drop tabs and line ends in addresses, so we do first."""
    value = UNWANTED.sub("", re.sub(r"[\t\n\r\f]", "", value)).strip().replace(" ", "%20")
    return value if len(value) <= LONGEST_ADDRESS and LINK.fullmatch(value) else ""


def without_unwanted(text: str) -> str:
    return UNWANTED.sub("", text)


class Frame:
    """An open container. Its tag is written with its first content, so that nothing empty remains."""

    def __init__(self, name, tag, *, is_written=False):
        self.name = name
        self.tag = tag
        self.is_written = is_written
        self.is_fresh = True


class NormalForm:
    """Reads tokens, gives ``html()``. A text block (paragraph, heading, caption) begins with its first visible
    character; marks (bold, links) are opened and closed around text only."""

    def __init__(self, is_link):
        self.is_link = is_link
        self.out = []
        self.size = 0
        self.frames = []
        self.too_deep = Counter()
        self.block = None
        self.in_text = False
        self.marks = []
        self.mark_depth = Counter()
        self.written_marks = []
        self.space = []
        self.space_marks = []
        self.breaks = 0

    def read(self, token: Token):
        if token.kind == "text":
            self.text(without_unwanted(text_in(token)))
        elif token.kind == "start":
            self.start(token)
        else:
            self.end(token.name)

    def html(self) -> str:
        self.close_block()
        self.pop_frames(0)
        return "".join(self.out)

    def write(self, piece):
        self.out.append(piece)
        self.size += len(piece)
        if self.size > LIMIT:
            raise TooMuchHtml

    # Tags.

    def start(self, token):
        name = token.name
        if name in MARKS:
            self.start_mark(token)
        elif name in STARTS:
            STARTS[name](self, token)
        elif name in HEADINGS:
            self.begin_block(HEADINGS[name])
        elif name in CONTAINERS:
            self.start_container(name)
        elif name in PARAGRAPHS:
            self.begin_paragraph()
        elif name in CELLS:
            self.text(" ")

    def end(self, name):
        if name in MARKS:
            self.end_mark(MARKS[name])
        elif name == "a":
            self.marks = [mark for mark in self.marks if mark[0] != "a"]
        elif name == "cite" and not self.is_inside("blockquote"):
            self.end_mark("em")
        elif name in CONTAINERS or name == "figure":
            self.end_container(name)
        elif name in BLOCKS and name not in CELLS and name not in {"br", "hr"}:
            self.close_block()

    def start_mark(self, token):
        """Google Docs wraps all that it copies in a « b » that is not bold."""
        if token.name == "b" and NOT_BOLD.search(attributes_of(token).get("style", "")):
            return
        self.add_mark(MARKS[token.name])

    def add_mark(self, name):
        if not self.mark_depth[name]:
            self.marks = [*self.marks, (name, f"<{name}>")]
        self.mark_depth[name] += 1

    def end_mark(self, name):
        if self.mark_depth[name] == 1:
            self.marks = [mark for mark in self.marks if mark[0] != name]
        self.mark_depth[name] = max(0, self.mark_depth[name] - 1)

    def start_link(self, token):
        self.end("a")
        address = address_of_link(attributes_of(token).get("href", ""))
        if address and self.is_link(address):
            self.marks = [*self.marks, ("a", f'<a href="{html.escape(address)}">')]

    def start_cite(self, _token):
        """In a quotation, who says it, in a block of its own; elsewhere a title in italics."""
        if self.is_inside("blockquote"):
            self.begin_block("cite")
        else:
            self.add_mark("em")

    def start_figure(self, token):
        attributes = attributes_of(token)
        if is_key(attributes.get("data-picture", "")):
            tag = f'<figure data-picture="{attributes["data-picture"]}">'
        elif is_embed(attributes.get("data-embed", "")):
            tag = f'<figure data-embed="{html.escape(attributes["data-embed"])}">'
        else:
            return
        self.write_whole(tag)
        self.frames.append(Frame("figure", tag, is_written=True))

    def start_aside(self, token):
        key = attributes_of(token).get("data-article", "")
        if is_key(key):
            self.write_whole(f'<aside data-article="{key}"></aside>')
        else:
            self.begin_paragraph()

    def start_rule(self, _token):
        self.write_whole("<hr>")

    def start_break(self, _token):
        self.remember_space("")
        self.breaks = min(2, self.breaks + 1)

    # Blocks.

    def begin_block(self, name):
        self.close_block()
        self.block = name

    def begin_paragraph(self):
        """A paragraph in a heading or caption that has no text yet stays one."""
        if self.in_text or self.block is None:
            self.begin_block("p")

    def close_block(self):
        if self.in_text:
            self.close_marks(0)
            if self.block:
                self.write(f"</{self.block}>")
        self.block, self.in_text = None, False
        self.space, self.breaks = [], 0

    def write_whole(self, piece):
        """Something that is no text and stands between blocks."""
        self.close_block()
        self.make_room()
        self.write_frames()
        self.write(piece)

    def start_container(self, name):
        self.close_block()
        if name == "li":
            lists = [index for index, frame in enumerate(self.frames) if frame.name in LISTS]
            if not lists:
                self.begin_paragraph()
                return
            self.pop_frames(lists[-1] + 1)
        else:
            self.make_room()
        if len(self.frames) >= DEEPEST:
            self.too_deep[name] += 1
        else:
            self.frames.append(Frame(name, f"<{name}>"))

    def end_container(self, name):
        self.close_block()
        if self.too_deep[name]:
            self.too_deep[name] -= 1
            return
        for index in range(len(self.frames) - 1, -1, -1):
            if self.frames[index].name == name:
                self.pop_frames(index)
                return
            if name == "li" and self.frames[index].name in LISTS:
                return

    def make_room(self):
        """Lists hold items only, figures a caption only."""
        if self.frames and self.frames[-1].name == "figure":
            self.pop_frames(len(self.frames) - 1)
        if self.frames and self.frames[-1].name in LISTS:
            self.frames.append(Frame("li", "<li>"))

    def write_frames(self):
        for outer, frame in zip([None, *self.frames], self.frames, strict=False):
            if not frame.is_written:
                self.write(frame.tag)
                frame.is_written = True
                if outer:
                    outer.is_fresh = False
        if self.frames:
            self.frames[-1].is_fresh = False

    def pop_frames(self, count):
        for frame in reversed(self.frames[count:]):
            if frame.is_written:
                self.write(f"</{frame.name}>")
        del self.frames[count:]

    def is_inside(self, name) -> bool:
        return any(frame.name == name for frame in self.frames)

    # Text.

    def text(self, text):
        from_first = text.lstrip(INVISIBLE)
        visible = from_first.rstrip(INVISIBLE)
        before, after = text[: len(text) - len(from_first)], from_first[len(visible) :]
        if before:
            self.remember_space(before)
        if not visible:
            return
        if not self.in_text:
            self.open_block()
        self.write_space()
        if self.written_marks != self.marks:
            self.close_marks(common(self.written_marks, self.marks))
            self.open_marks()
        self.write(escaped(SPACES.sub(" ", visible)))
        if after:
            self.remember_space(after)

    def remember_space(self, space):
        """It is written with the next text, outside of the marks that begin or end there."""
        if self.in_text:
            is_first = not (self.space or self.breaks)
            self.space_marks = self.marks if is_first else self.space_marks[: common(self.space_marks, self.marks)]
            self.space.append(space)

    def write_space(self):
        if self.space or self.breaks:
            self.close_marks(common(self.written_marks, self.space_marks))
            self.write("<br>" * self.breaks or escaped(SPACES.sub(" ", "".join(self.space))))
        self.space, self.breaks = [], 0

    def open_block(self):
        self.space, self.breaks = [], 0
        inner = self.frames[-1] if self.frames else None
        if self.block == "figcaption" and inner and inner.name == "figure" and inner.is_fresh:
            pass
        else:
            self.make_room()
            self.block = self.block_here()
        self.write_frames()
        if self.block:
            self.write(f"<{self.block}>")
        self.in_text = True

    def block_here(self):
        """The block that text stands in: an item's first text needs none."""
        if self.block == "figcaption":
            return "p"
        inner = self.frames[-1] if self.frames else None
        implied = "" if inner and inner.name == "li" and inner.is_fresh else "p"
        return implied if self.block is None else self.block

    def open_marks(self):
        for mark in self.marks[len(self.written_marks) :]:
            self.write(mark[1])
        self.written_marks = self.marks

    def close_marks(self, count):
        for name, _tag in reversed(self.written_marks[count:]):
            self.write(f"</{name}>")
        self.written_marks = self.written_marks[:count]


STARTS = {
    "a": NormalForm.start_link,
    "cite": NormalForm.start_cite,
    "figure": NormalForm.start_figure,
    "figcaption": lambda form, _token: form.begin_block("figcaption"),
    "aside": NormalForm.start_aside,
    "hr": NormalForm.start_rule,
    "br": NormalForm.start_break,
}


def escaped(text: str) -> str:
    """As nh3 writes it, so that the limit counts what will be stored: nh3 is quadratic on no-break spaces."""
    return html.escape(text, quote=False).replace("\xa0", "&nbsp;")


def common(one: list, other: list) -> int:
    """How many items two lists share from their beginning."""
    count = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        count += 1
    return count


def normal_form(source: str, *, is_link) -> str:
    """``is_link(address)`` has the last word on what may be linked. Applying it again changes nothing.

    TooMuchHtml for a text over the limit, before or after."""
    if len(source) > LIMIT:
        raise TooMuchHtml
    form = NormalForm(is_link)
    for token in tokens(source):
        form.read(token)
    return form.html()
