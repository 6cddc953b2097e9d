"""Lists of articles: by section, tag, author, day, month and year, newest first, in keyset pages."""

import calendar

from django.db.models import Q, Subquery
from django.http import Http404, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404, render

from articles.finding import day_in_address
from articles.models import Article, Section, Tag, TagAlias
from authors.models import Author
from web.addresses import is_web_address
from web.keyset import page_of
from web.public_page import public_page

SIZE = 20
listing = public_page(query=("avant", "apres"))


@listing
def section(request, slug):
    found = list(Section.objects.filter(Q(slug=slug) | Q(parent__slug=slug)))
    this = next((one for one in found if one.slug == slug), None)
    if this is None:
        raise Http404
    children = [one for one in found if one.parent_id == this.pk]
    articles = Article.objects.published().filter(section__in=found).for_cards()
    context = {"section": this, "children": children, "page": page_of(articles, request, size=SIZE)}
    return render(request, "articles/section.html", context)


@listing
def tag(request, slug):
    """Not found while no visible article carries the tag: its name may belong to a story not yet told."""
    if "\x00" in slug:
        raise Http404
    this = Tag.objects.filter(slug=slug).first()
    if this is None:
        return _tag_of_today(slug)
    articles = Article.objects.published().filter(tagged__tag=this).for_cards()
    page = page_of(articles, request, size=SIZE, instant="tagged__published_at", pk="tagged__content_object")
    return render(request, "articles/tag.html", {"tag": this, "page": _something(page)})


@listing
def author(request, slug):
    """Not found while no visible article is signed by the author."""
    this = get_object_or_404(Author.objects.select_related("portrait"), slug=slug)
    articles = Article.objects.published().filter(bylines__author=this).for_cards()
    page = page_of(articles, request, size=SIZE, instant="bylines__published_at", pk="bylines__article")
    context = {"author": this, "website_is_safe": is_web_address(this.website), "page": _something(page)}
    return render(request, "articles/author.html", context)


@listing
def day(request, year, month, day):
    on = day_in_address(year, month, day)
    published = Article.objects.published()
    before = published.filter(published_on__lt=on).order_by("-published_on").values("published_on")[:1]
    after = published.filter(published_on__gt=on).order_by("published_on").values("published_on")[:1]
    neighbours = published.on_day(on).values(previous=Subquery(before), next=Subquery(after)).first()
    if neighbours is None:
        raise Http404
    page = page_of(published.on_day(on).for_cards(), request, size=SIZE)
    context = {"day": on, "page": page, "previous_day": neighbours["previous"], "next_day": neighbours["next"]}
    return render(request, "articles/day.html", context)


@listing
def month(request, year, month):
    first = day_in_address(year, month, "1")
    last = first.replace(day=calendar.monthrange(first.year, first.month)[1])
    published = Article.objects.published().filter(published_on__range=(first, last))
    page = page_of(published.for_cards(), request, size=SIZE)
    context = {"month": first, "days": _days_of(published), "page": _something(page)}
    return render(request, "articles/month.html", context)


@listing
def year(request, year):
    first = day_in_address(year, "1", "1")
    published = Article.objects.published().filter(published_on__range=(first, first.replace(month=12, day=31)))
    page = page_of(published.for_cards(), request, size=SIZE)
    months = list(dict.fromkeys(day.replace(day=1) for day in _days_of(published)))
    return render(request, "articles/year.html", {"year": first.year, "months": months, "page": _something(page)})


def _tag_of_today(slug):
    """Where the address of a tag that was merged or renamed leads, if readers may see that tag."""
    alias = get_object_or_404(TagAlias.objects.select_related("tag"), slug=slug, was_public=True)
    this = alias.tag
    if not Article.objects.published().filter(tagged__tag=this).exists():
        raise Http404
    # Not for ever: a tag may take this address again.
    return HttpResponsePermanentRedirect(this.get_absolute_url(), headers={"Cache-Control": "max-age=3600"})


def _days_of(articles) -> list:
    """The days on which they appeared, newest first; read from the index by day."""
    return list(articles.order_by("-published_on").values_list("published_on", flat=True).distinct())


def _something(page):
    if not page.items:
        raise Http404
    return page
