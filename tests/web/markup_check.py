"""Reads HTML with another parser than those that made it and finds what may not be there."""

from html.parser import HTMLParser

BODY_TAGS = {
    *("p", "h2", "h3", "h4", "ul", "ol", "li", "blockquote", "cite", "a", "strong", "em", "s", "sub", "sup"),
    *("br", "hr", "figure", "figcaption", "aside"),
}
BODY_ATTRIBUTES = {
    ("a", "href"),
    ("a", "rel"),
    ("figure", "data-picture"),
    ("figure", "data-embed"),
    ("aside", "data-article"),
}
# Added by the templates of the boxes.
SHOWN_ATTRIBUTES = BODY_ATTRIBUTES | {(tag, "class") for tag in ("aside", "figure", "p", "span")}
VOID = {"br", "hr"}


class Outline(HTMLParser):
    """``strangers``: tags, attributes and addresses that may not be there; ``text``: all of it, spaces collapsed."""

    def __init__(self, html, attributes=BODY_ATTRIBUTES):
        super().__init__()
        self.attributes = attributes
        self.strangers = []
        self.open = []
        self.parts = []
        self.feed(html)
        self.close()
        self.text = " ".join("".join(self.parts).split())

    def handle_starttag(self, tag, attrs):
        if tag not in BODY_TAGS:
            self.strangers.append(tag)
        for name, value in attrs:
            if (tag, name) not in self.attributes:
                self.strangers.append(f"{tag} {name}")
            if name in {"href", "data-embed"} and not value.lower().startswith(
                ("http://", "https://", "mailto:", "tel:", "/")
            ):
                self.strangers.append(value)
            if name in {"href", "data-embed"} and value.startswith(("//", "/\\")):
                self.strangers.append(value)
            if name in {"data-article", "data-picture"} and not (value.isascii() and value.isdigit()):
                self.strangers.append(value)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.strangers.append(f"/{tag}")

    def handle_data(self, data):
        self.parts.append(data)

    def handle_comment(self, data):
        self.strangers.append(f"<!--{data}")

    def handle_decl(self, decl):
        self.strangers.append(f"<!{decl}")


def strangers(html, attributes=BODY_ATTRIBUTES):
    outline = Outline(html, attributes)
    return outline.strangers + [f"{tag} never ends" for tag in outline.open]


def text(html):
    return Outline(html).text
