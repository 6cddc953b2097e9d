"""A working copy's content as a person reads it: names instead of keys, blocks instead of markup."""

from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _

from . import picks, tag_names
from .body_blocks import blocks_of, boxes_of
from .comparison import Block, Comparison, Item, compare
from .forms import ArticleForm
from .models import Article, Byline, Section

FIELDS = (
    "kicker",
    "headline",
    "standfirst",
    "body",
    "picture",
    "picture_caption",
    "section",
    "bylines",
    "tags",
    "related",
    "slug",
    "language",
    "access",
    "comments_open",
    "minor",
)


def compared(old: dict, new: dict, viewer) -> Comparison:
    """Two contents, under the names that the form gives to its fields; six queries at most. A tag that was renamed
    since is no difference."""
    old, new = ({**content, "tags": tag_names.today(content["tags"])} for content in (old, new))
    labels = {name: str(ArticleForm.base_fields[name].label) for name in FIELDS}
    keys = {content["section"] for content in (old, new)} - {None}
    sections = {key: section.name for key, section in Section.objects.in_bulk(keys).items()}
    names = Names.of([old, new], picks.Shelf(viewer), sections)
    return compare(names.readable(old), names.readable(new), labels)


def in_words(content: dict, shelf, sections: dict) -> dict[str, str]:
    """Every field as one text, as the form's scripts read it off the page: the language as its code, the body as it is
    stored. The shelf and the names of all sections are those of the page, so that it asks once."""
    readable = Names.of([content], shelf, sections).readable(content)
    joined = {
        name: (", " if name == "tags" else "\n").join(item.text for item in value)
        for name, value in readable.items()
        if isinstance(value, list)
    }
    return readable | joined | {"body": content["body"], "language": content["language"]}


@dataclass(frozen=True)
class Names:
    """What the keys in contents stand for today, as far as the viewer may know."""

    sections: dict
    authors: dict
    pictures: dict
    articles: dict

    @classmethod
    def of(cls, contents, shelf, sections):
        authors = {row["author"] for content in contents for row in content["bylines"]}
        pictures, articles = set(), set()
        for content in contents:
            pictures |= {content["picture"]} - {None} | boxes_of(content["body"], "picture")
            articles |= {*content["related"]} | boxes_of(content["body"], "article")
        return cls(
            sections,
            _labels(shelf.authors(authors)),
            _labels(shelf.pictures(pictures)),
            _labels(shelf.articles(articles)),
        )

    def readable(self, content: dict) -> dict[str, str | list[Item] | list[Block]]:
        texts = ("kicker", "headline", "standfirst", "picture_caption", "slug")
        choices = {"language": dict(settings.LANGUAGES), "access": dict(Article.Access.choices)}
        return {name: content[name] for name in texts} | {
            "body": blocks_of(content["body"], self.title_of),
            "picture": [Item(key, self.title_of("picture", key)) for key in _one(content["picture"])],
            "section": [Item(key, self.sections.get(key, _("Deleted section"))) for key in _one(content["section"])],
            "bylines": [self.byline(row) for row in content["bylines"]],
            "tags": [Item(name, name) for name in content["tags"]],
            "related": [Item(key, self.title_of("article", key)) for key in content["related"]],
            **{name: [_choice(content[name], words)] for name, words in choices.items()},
            **{name: [_choice(content[name], _yes_or_no())] for name in ("comments_open", "minor")},
        }

    def title_of(self, kind: str, key: int) -> str:
        if kind == "picture":
            return self.pictures.get(key, _("Deleted picture"))
        return self.articles.get(key, _("Deleted article"))

    def byline(self, row) -> Item:
        name = self.authors.get(row["author"], _("Deleted author"))
        role = dict(Byline.Role.choices).get(row["role"], row["role"])
        return Item((row["author"], row["role"]), f"{name} ({role})")


def _labels(rows) -> dict:
    return {row["id"]: row["label"] for row in rows}


def _one(key) -> list:
    return [] if key is None else [key]


def _choice(value, words) -> Item:
    return Item(value, str(words.get(value, value)))


def _yes_or_no() -> dict:
    return {True: _("Yes"), False: _("No")}
