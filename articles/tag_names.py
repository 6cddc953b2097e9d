"""What a tag's name stands for today: tags are merged and renamed, working copies keep the names of their time."""

import zlib

from django.db.models import Exists, OuterRef, Q
from django.utils.text import slugify

from web.stems import folded

from .models import Article, Tag, TagAlias, TaggedArticle


def find(name: str) -> Tag | None:
    """By its name first, since a tag may have been given another address; then by its letters; then among former
    names. Capitals and accents do not matter."""
    return Tag.objects.filter(name__iexact=name).first() or _alike(Tag, name) or _formerly(name)


def tags_called(names: list[str]) -> list[Tag]:
    """The tags that these names of today stand for, in one query; one that is not there yet is unsaved."""
    slugs = [slug_of(name) for name in names]
    known = list(Tag.objects.filter(Q(name__in=names) | Q(slug__in=slugs))) if names else []
    by_letters = {folded(tag.name): tag for tag in known}
    found = [
        by_letters.get(folded(name)) or Tag(name=name, slug=slug) for name, slug in zip(names, slugs, strict=True)
    ]
    return list({folded(tag.name): tag for tag in found}.values())


def slug_of(name: str) -> str:
    return slugify(name) or f"mot-{zlib.crc32(name.encode()):08x}"


def today(names: list[str]) -> list[str]:
    """The names, with those that were merged or renamed as they are called now, each once."""
    if not names:
        return []
    former = TagAlias.objects.filter(name__in=names).exclude(name__in=Tag.objects.values("name"))
    called = dict(former.values_list("name", "tag__name"))
    return list(dict.fromkeys(called.get(name, name) for name in names))


def remember(tag: Tag, *, name: str, slug: str, was_public: bool) -> None:
    """Notes what the tag was called and where it lived; whichever tag had that as a former name loses it."""
    TagAlias.objects.filter(Q(name=name) | Q(slug=slug)).delete()
    TagAlias.objects.create(tag=tag, name=name, slug=slug, was_public=was_public)


def is_public(tag: Tag) -> bool:
    """Whether the tag has a page that readers can open."""
    return Article.objects.published().filter(tagged__tag=tag).exists()


def known_to(user, tags):
    """Those of the tags that the person may know of: all but those which only articles carry that they may not see."""
    if user.has_perm("articles.view_article"):
        return tags
    rows = TaggedArticle.objects.filter(tag=OuterRef("pk"))
    seen = rows.filter(content_object__in=Article.objects.visible_to(user).values("pk"))
    return tags.filter(~Exists(rows) | Exists(seen))


def _formerly(name):
    aliases = TagAlias.objects.select_related("tag")
    alias = aliases.filter(name__iexact=name).first() or _alike(TagAlias, name)
    return alias and alias.tag


def _alike(model, name):
    found = model.objects.filter(slug=slug_of(name)).first()
    return found if found and folded(found.name) == folded(name) else None
