"""Articles that subscribers offer: the link for its maker, and the page that its guests open. Opening is a POST, so
that programs that look at addresses use nothing up."""

from functools import wraps

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from accounts.views import too_many_requests
from articles import guests, offers
from articles.access import way_to_whole
from articles.article_page import absolute
from articles.finding import published_article
from articles.models import Article, OfferedArticle
from articles.models.reading import OPENINGS
from articles.sharing import offer_links
from pictures.renditions import social_image
from subscriptions.refusals import Refused
from web.forgeries import note
from web.limits import Limit

BAD_TOKENS = Limit("offered-article", times=30, seconds=600)


@never_cache
@require_POST
@login_required
def offer_article(request, year, month, day, slug):
    found = published_article(year, month, day, slug)
    try:
        offer = offers.make(found, by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return HttpResponseRedirect(reverse("article_rest", args=found.path.split("/")), status=303)
    return HttpResponseRedirect(reverse("my_offer", args=[offer.pk]), status=303)


def own_offer(request, pk):
    return get_object_or_404(OfferedArticle.objects.select_related("article"), pk=pk, user=request.user)


@never_cache
@require_safe
@login_required
def my_offer(request, pk):
    """The link, for the subscriber who made it alone."""
    offer = own_offer(request, pk)
    opened = offer.openings.count()
    is_shown = offer.article.is_published
    address = offers.address_of(offer) if is_shown else ""
    shown = {
        "offer": offer,
        "address": address,
        "links": offer_links(offer.article.title, address),
        "opened": opened,
        "openings": OPENINGS,
        "reason": offers.why_not(offer) if is_shown else _("This article is no longer on our site."),
    }
    return render(request, "articles/my_offer.html", shown)


@never_cache
@require_POST
@login_required
def withdraw_offer(request, pk):
    offer = own_offer(request, pk)
    if offers.revoke(offer):
        messages.success(request, _("The link is withdrawn: it opens nothing any more."))
    return redirect("my_offer", pk=offer.pk)


def for_guests(view):
    """Finds the offer of the token, and its article through the door. The token under another article's address opens
    nothing; where the article itself has moved, it leads there."""

    @wraps(view)
    def found(request, token, **address):
        offer = offers.find(token)
        if offer is None:
            return unknown(request)
        article = Article.objects.for_page().published().filter(pk=offer.article_id).first()
        asked = "/".join(address[part] for part in ("year", "month", "day", "slug"))
        if article is None:
            response = guest_page(request, None, token, _("This article is no longer on our site."))
        elif article.path == asked:
            response = view(request, offer, article, token)
        elif article.former_addresses.filter(path=asked).exists():
            return redirect("offered_article", *article.path.split("/"), token)
        else:
            response = guest_page(request, None, token, _("This link was made for another article."))
        # Not « no-referrer »: browsers would not say where the form that follows comes from.
        response["Referrer-Policy"] = "same-origin"
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return never_cache(found)


def unknown(request):
    note(request, "A forged link to an offered article")
    return render(request, "404.html", status=404) if BAD_TOKENS.take(request) else too_many_requests(request)


@for_guests
@require_safe
def offered_article(request, offer, article, token):
    if way_to_whole(request, article):
        return redirect("article_rest", *article.path.split("/"))
    return guest_page(request, article, token, offers.why_not(offer))


@for_guests
@require_POST
def open_offered(request, offer, article, token):
    """Counts one opening, unless this browser has the article open already."""
    response = HttpResponseRedirect(reverse("article_rest", args=article.path.split("/")), status=303)
    if way_to_whole(request, article):
        return response
    try:
        opening = offers.open_offer(offer)
    except Refused as refusal:
        return guest_page(request, article, token, str(refusal))
    guests.keep_proof(response, opening)
    return response


def guest_page(request, article, token, reason):
    shown = {
        "article": article,
        "reason": reason,
        "open_url": article and reverse("open_offered", args=[*article.path.split("/"), token]),
        "social_image": article and absolute(social_image(article.picture)),
    }
    return render(request, "articles/offered_article.html", shown, status=410 if reason else 200)
