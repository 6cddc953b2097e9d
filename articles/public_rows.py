"""Writes what readers see: the article's row, its bylines, tags and Lire aussi, and its address.

Called by ``workflow.py`` alone, inside its transaction; it decides nothing.
"""

import itertools
import zlib

from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from authors.models import Author
from pictures.models import Picture

from . import tag_names
from .models import Article, Byline, FormerAddress, RelatedArticle, Section, Tag, TaggedArticle, address_path
from .working_copy import PLAIN_FIELDS

LONGEST_SLUG = 100


def day_of(instant):
    """The day of an instant in the site's zone, as it stands in addresses; None for None."""
    return instant and timezone.localdate(instant, timezone.get_default_timezone())


def existing(content: dict) -> tuple[dict, dict]:
    """The content without what was deleted since it was saved, and the problems that only a person can mend."""
    authors = set(
        Author.objects.filter(pk__in=[row["author"] for row in content["bylines"]]).values_list("pk", flat=True)
    )
    related = set(Article.objects.filter(pk__in=content["related"]).values_list("pk", flat=True))
    picture = content["picture"] if Picture.objects.filter(pk=content["picture"]).exists() else None
    problems = {}
    if not Section.objects.filter(pk=content["section"]).exists():
        problems["section"] = _("Choose a section: readers find the article there.")
    kept = {
        "bylines": [row for row in content["bylines"] if row["author"] in authors],
        "related": [pk for pk in content["related"] if pk in related],
        "picture": picture,
    }
    return content | kept, problems


def columns(row, content, published_at) -> dict:
    """The article's columns for the content; an empty slug becomes one that is free on the day."""
    day = day_of(published_at)
    slug = content["slug"] or (row.slug if row.published_on == day else "") or free_slug(row, content, day)
    plain = {field: content[field] for field in PLAIN_FIELDS if field != "slug"}
    return {**plain, "slug": slug, "picture_id": content["picture"], "section_id": content["section"]}


def slug_for(content) -> str:
    """The kicker and the headline as an address, cut between two words."""
    words = f"{content['kicker']} {content['headline']}".replace("’", " ").replace("'", " ")
    slug = slugify(words) or "article"
    return slug if len(slug) <= LONGEST_SLUG else slug[:LONGEST_SLUG].rsplit("-", 1)[0]


def free_slug(row, content, day) -> str:
    wanted = slug_for(content)
    taken = set(
        Article.objects.filter(published_on=day, slug__startswith=wanted)
        .exclude(pk=row.pk)
        .values_list("slug", flat=True)
    )
    left = FormerAddress.objects.filter(path__startswith=address_path(day, wanted)).exclude(article=row)
    taken |= {path.rsplit("/", 1)[-1] for path in left.values_list("path", flat=True)}
    numbered = itertools.chain([wanted], (f"{wanted}-{n}" for n in itertools.count(2)))
    return next(slug for slug in numbered if slug not in taken)


def address_taken(row, columns_) -> dict:
    """A sentence when another article has, or had, the address."""
    day, slug = columns_["published_on"], columns_["slug"]
    other = (
        Article.objects.filter(
            published_on=day, slug=slug, status__in=[Article.Status.APPROVED, Article.Status.WITHDRAWN]
        )
        .exclude(pk=row.pk)
        .first()
    )
    former = (
        FormerAddress.objects.filter(path=address_path(day, slug))
        .exclude(article=row)
        .select_related("article")
        .first()
    )
    if other is None and former is None:
        return {}
    taken = _("“{article}” has this address on that day: choose another one.")
    return {"slug": taken.format(article=other or former.article)}


def keep_former_address(row, columns_, *, seen):
    """Remembers an address that readers could know when the article leaves it."""
    new = address_path(columns_["published_on"], columns_["slug"])
    FormerAddress.objects.filter(path=new, article=row).delete()
    if seen and row.path and row.path != new:
        FormerAddress.objects.get_or_create(path=row.path, defaults={"article": row})


def write(row, content, published_at):
    """Replaces the byline, tag and Lire-aussi rows."""
    row.bylines.all().delete()
    Byline.objects.bulk_create(
        Byline(
            article=row, author_id=entry["author"], role=entry["role"], position=position, published_at=published_at
        )
        for position, entry in enumerate(content["bylines"])
    )
    row.tagged.all().delete()
    TaggedArticle.objects.bulk_create(
        TaggedArticle(content_object=row, tag=tag, published_at=published_at) for tag in tags_named(content["tags"])
    )
    row.related_rows.all().delete()
    RelatedArticle.objects.bulk_create(
        RelatedArticle(article=row, related_id=pk, position=position)
        for position, pk in enumerate(content["related"])
        if pk != row.pk
    )


def tags_named(names) -> list[Tag]:
    """The tags of these names, made where there is none; one tag whatever its capitals and accents."""
    tags = {}
    for name in names:
        tag = _tag_named(name)
        tags[tag.pk] = tag
    return list(tags.values())


def _tag_named(name) -> Tag:
    """What the name stands for today; « C » and « C++ » are two tags."""
    known = tag_names.find(name)
    if known:
        return known
    slug = tag_names.slug_of(name)
    if Tag.objects.filter(slug=slug).exists():
        slug = f"{slug}-{zlib.crc32(name.encode()):08x}"
    return Tag.objects.create(name=name, slug=slug)


def stamp(row, published_at):
    """Sets the instant that the list rows carry; None takes them out of every list."""
    row.bylines.update(published_at=published_at)
    row.tagged.update(published_at=published_at)
