"""A working copy's content as a person reads it: names instead of keys."""

from django.utils.translation import gettext as _

from . import picks
from .models import Article, Byline, Section


def in_words(content: dict, viewer) -> dict[str, str]:
    """{field: text} for every field that readers see; what is gone from the database is left out."""
    section = Section.objects.filter(pk=content["section"]).first()
    roles = {row["author"]: Byline.Role(row["role"]).label for row in content["bylines"]}
    authors = [f"{author['label']} ({roles[author['id']]})" for author in picks.authors(list(roles))]
    texts = ("kicker", "headline", "standfirst", "body", "picture_caption", "slug")
    return {name: content[name] for name in texts} | {
        "picture": _labels(picks.pictures([content["picture"]] if content["picture"] else [])),
        "section": str(section or ""),
        "bylines": "\n".join(authors),
        "tags": ", ".join(content["tags"]),
        "related": _labels(picks.articles(content["related"], viewer)),
        "language": content["language"],
        "access": str(Article.Access(content["access"]).label),
        "comments_open": _("Yes") if content["comments_open"] else _("No"),
    }


def _labels(items) -> str:
    return "\n".join(item["label"] for item in items)
