"""The demo edition for tests that look at a whole newspaper, and the addresses of its pages in all their states."""

import io
import uuid

from django.conf import settings
from django.contrib import admin
from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX as UNUSABLE
from django.core.management import call_command
from django.test import RequestFactory
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from accounts.models import User
from articles import offers, preview_links
from articles.models import (
    Article,
    Correction,
    FrontPage,
    MenuItem,
    OfferedArticle,
    Page,
    PreviewLink,
    ReplyRequest,
    Revision,
    Tag,
)
from articles.preview import READERS
from comments import queues
from comments.models import Comment, RejectionReason, room_address
from newsroom.demo import gallery
from subscriptions import billing, gifts, seats
from subscriptions.gift_ordering import order_gift
from subscriptions.models import Gift, Institution, Payment, Price, Terms
from subscriptions.providers.base import Truth, TruthState

NEVER_REFUSED = (
    "articles_article ",
    "articles_checklistrule ",
    "articles_frontpage ",
    "articles_menuitem ",
    "comments_wordlist ",
    "pictures_picture change",
)


def load_small(monkeypatch):
    """Loads the demo edition with its drawings drawn small: such tests are not about pixels."""
    for key, drawing in gallery.DRAWINGS.items():

        def draw_small(draw=drawing.draw):
            return draw(160)

        monkeypatch.setitem(gallery.DRAWINGS, key, drawing._replace(draw=draw_small))
    call_command("load_demo", stdout=io.StringIO())


def shared_preview() -> PreviewLink:
    """A new link to the newest working copy of a subscribers' article, by which a remark has come."""
    article = Article.objects.published().filter(access="subscribers").newest_first().first()
    link = preview_links.make(article, by=User.objects.get(email="redaction@example.org"), label="Me Traoré")
    remark = {"guest": "Me Traoré", "text": "Une remarque.", "kind": "remark", "key": uuid.uuid4()}
    preview_links.leave_remark(link, **remark)
    return link


def ended_preview() -> str:
    """The token of a link that was revoked."""
    link = shared_preview()
    preview_links.revoke(link, by=link.created_by)
    return preview_links.token_of(link)


def offered_article() -> str:
    """The guests' page of an article that the subscriber of the demo edition offers."""
    article = Article.objects.published().filter(access="subscribers").newest_first().first()
    offer = offers.make(article, by=User.objects.get(email="abonne@example.org"))
    return offers.address_of(offer).removeprefix(settings.SITE_URL)


def institution() -> Institution:
    """A school whose seats the subscriber of the demo edition looks after, with an invitation that waits."""
    manager = User.objects.get(email="abonne@example.org")
    school, is_new = Institution.objects.get_or_create(name="Lycée du Fleuve", defaults={"seats_bought": 5})
    if is_new:
        school.managers.add(manager)
        seats.invite(school, "eleve@example.org", by=manager)
    return school


def seat_invitation() -> str:
    return reverse("seat_invitation", args=[seats.token_of(institution().seats.get())])


def gift() -> Gift:
    """One that the subscriber of the demo edition has bought."""
    price = Price.objects.filter(plan__is_for_institutions=False, plan__is_trial=False).first()
    order = order_gift(User.objects.get(email="abonne@example.org"), price, "office", message="Bonne lecture.")
    gifts.pay(order.gift)
    return order.gift


def public_pages() -> dict[str, str]:
    """Name of the state → address, as anybody may ask for it."""
    published = Article.objects.published().newest_first()
    plain = published.filter(access="everyone", picture__isnull=False, bylines__isnull=False, tags__isnull=False)
    article = plain.first()
    address = article.get_absolute_url()
    day = article.published_on
    withdrawn = Article.objects.gone().first()
    token = preview_links.token_of(shared_preview())
    return {
        "front page": "/",
        "article": address,
        "article with an embed": _first(published.filter(body__contains="data-embed"), address),
        "article without picture": published.filter(picture=None).first().get_absolute_url(),
        "article for subscribers": published.filter(access="subscribers").first().get_absolute_url(),
        "contributions": f"{address}contributions/",
        "section": article.section.get_absolute_url(),
        "tag": article.tags.first().get_absolute_url(),
        "author": article.bylines.first().author.get_absolute_url(),
        "day": reverse("day", args=[f"{day:%Y}", f"{day:%m}", f"{day:%d}"]),
        "month": reverse("month", args=[f"{day:%Y}", f"{day:%m}"]),
        "year": reverse("year", args=[f"{day:%Y}"]),
        "corrections": reverse("corrections"),
        "corrected article": Correction.objects.published().first().get_absolute_url(),
        "right of reply": ReplyRequest.objects.answered().first().answer.get_absolute_url(),
        "search": reverse("search"),
        "search that finds": f"{reverse('search')}?q=fleuve",
        "search that finds nothing": f"{reverse('search')}?q=xylophone+hydraulique",
        "plans": reverse("plans"),
        "scratch code": reverse("voucher"),
        "sign in": reverse("account_login"),
        "sign up": reverse("account_signup"),
        "forgotten password": reverse("account_reset_password"),
        "shared preview": reverse("shared_preview", args=[token]),
        "thanks to a guest": reverse("shared_preview_thanks", args=[token]),
        "preview link that ended": reverse("shared_preview", args=[ended_preview()]),
        "gifts for sale": reverse("gifts_for_sale"),
        "redeem a gift": reverse("redeem_gift"),
        "offered article": offered_article(),
        "invitation to a seat": seat_invitation(),
        "invitation that is over": reverse("seat_invitation", args=["a.b.c"]),
        "rest of a paid article": f"{published.filter(access='subscribers').first().get_absolute_url()}suite/",
        "not found": "/rien/",
        "gone": withdrawn.get_absolute_url() if withdrawn else "/rien/",
    }


def reader_pages() -> dict[str, str]:
    """What somebody who is signed in sees besides."""
    talked = Article.objects.published().filter(comments__isnull=False).newest_first().first().get_absolute_url()
    paid = Article.objects.published().filter(access="subscribers").first().get_absolute_url()
    offered_article()
    names = ("account", "account_email", "account_change_password", "account_logout", "mfa_index", "devices")
    names += ("subscription_history", "voucher", "my_contributions", "ignored_people", "my_data", "leave", "left")
    return {
        "article with contributions": talked,
        "room": f"{talked}contributions/",
        **room_pages(User.objects.get(email="abonne@example.org")),
        "paid article": paid,
        "rest of a paid article": f"{paid}suite/",
        **order_pages(User.objects.get(email="abonne@example.org")),
        "my offered article": reverse("my_offer", args=[OfferedArticle.objects.first().pk]),
        "seats of an institution": reverse("institution", args=[institution().pk]),
        "seats to buy": reverse("buy_seats", args=[institution().pk]),
        "gifts bought": reverse("gifts_bought"),
        "gift bought": reverse("gift", args=[gift().order.key]),
    } | {name: reverse(name) for name in names}


def room_pages(person) -> dict[str, str]:
    """What a subscriber may do with their own contribution, and with that of somebody else."""
    shown = Comment.objects.visible().filter(article__in=Article.objects.published()).select_related("article")
    theirs = shown.exclude(author=person).order_by("-posted_at").first()
    mine = Comment.objects.create(article=theirs.article, author=person, text="Mes mots.", key=uuid.uuid4())
    room = room_address(theirs.article)
    return {
        "room, the oldest first": f"{room}?tri=anciennes",
        "room, to answer": f"{room}?repondre={theirs.pk}",
        "report": f"{room}{theirs.pk}/signaler/",
        "change of one's own": f"{room}{mine.pk}/modifier/",
        "deletion of one's own": f"{room}{mine.pk}/supprimer/",
    }


def order_pages(buyer) -> dict[str, str]:
    """A plan that can be ordered, an order that waits for its money, one that was paid, its receipt."""
    month, week = (Price.objects.filter(plan__slug=slug).first() for slug in ("mois", "semaine"))
    waiting = billing.open_order(buyer, week, "sandbox")
    bought = billing.open_order(buyer, month, "sandbox")
    facts = {"amount": bought.amount, "currency": bought.currency, "external_id": bought.key}
    billing.settle(bought, Truth(TruthState.PAID, **facts))
    return {
        "plan to order": reverse("order_plan", args=["jour", "mali"]),
        "order that waits": reverse("order", args=[waiting.key]),
        "order that was paid": reverse("order", args=[bought.key]),
        "receipt": reverse("receipt", args=[Payment.objects.get(order=bought).receipt]),
    }


def desk_pages() -> dict[str, str]:
    """Every list and form of the back office that opens with GET, each with a row where there is one."""
    Terms.objects.get_or_create(pk=1)
    institution()
    gift()
    found = {"index": reverse("admin:index")}
    for model in admin.site._registry:
        name = f"{model._meta.app_label}_{model._meta.model_name}"
        row = model._default_manager.order_by("pk").first()
        for kind, arguments in [
            ("changelist", []),
            ("add", []),
            *[(k, [row.pk]) for k in ("change", "delete", "history") if row],
        ]:
            try:
                found[f"{name} {kind}"] = reverse(f"admin:{name}_{kind}", args=arguments)
            except NoReverseMatch:
                continue
    return found | _other_desk_pages()


def refused_forms() -> dict[str, str]:
    """Name → address of every form of the back office that is refused when it is sent empty: a new row of each kind
    that can be added, and the first one of each that can be changed."""
    person = User.objects.filter(is_superuser=True).first()
    found, pages = {}, desk_pages()
    for model, of in admin.site._registry.items():
        request = RequestFactory().get("/")
        request.user = person
        name = f"{model._meta.app_label}_{model._meta.model_name}"
        may = {"add": of.has_add_permission(request), "change": of.has_change_permission(request)}
        found |= {f"{name} {kind}": pages[f"{name} {kind}"] for kind in may if may[kind] and f"{name} {kind}" in pages}
    # These are screens of their own, or a form that may be empty.
    return {name: address for name, address in found.items() if not name.startswith(NEVER_REFUSED)}


def _other_desk_pages() -> dict[str, str]:
    tags = "&".join(f"id={key}" for key in Tag.objects.order_by("pk").values_list("pk", flat=True)[:3])
    found = {f"menu {menu}": reverse("admin:articles_menuitem_menu", args=[menu]) for menu in MenuItem.Menu.values}
    found |= {
        "tag merge": f"{reverse('admin:articles_tag_merge')}?{tags}",
        "tag merge without a tag": reverse("admin:articles_tag_merge"),
        "front page history": reverse("admin:articles_frontpage_history"),
        "page preview": reverse("admin:articles_page_preview", args=[Page.objects.order_by("pk").first().pk]),
        "password of a user": _password_of(User.objects.exclude(password__startswith=UNUSABLE)),
        "first password of a user": _password_of(User.objects.filter(password__startswith=UNUSABLE)),
        "articles filtered": f"{reverse('admin:articles_article_changelist')}?q=fleuve&state=published",
        "calendar": reverse("admin:calendar"),
        **moderation_pages(),
        "counter": reverse("admin:counter"),
        "counter that finds": f"{reverse('admin:counter')}?q=adama",
        "counter for somebody new": f"{reverse('admin:counter')}?q=personne@example.net",
        "sale": reverse("admin:counter", query={"reader": User.objects.order_by("pk").last().pk}),
        "till": reverse("admin:till"),
        "till of an empty day": reverse("admin:till", query={"day": "2020-01-01"}),
        "subscribers": reverse("admin:subscribers"),
        "subscribers of a year": reverse("admin:subscribers", query={"days": "365"}),
        "calendar of the month": f"{reverse('admin:calendar')}?month={timezone.localdate():%Y-%m}",
        "articles without any": f"{reverse('admin:articles_article_changelist')}?q=xylophone+hydraulique",
    }
    copy = Revision.objects.filter(article__steps__isnull=False).exclude(base=None).order_by("pk").last()
    for view in ("history", "compare"):
        found[f"article {view}"] = reverse(f"admin:articles_article_{view}", args=[copy.article_id])
    shared = shared_preview().article.pk
    found["article with links to share"] = reverse("admin:articles_article_change", args=[shared])
    found["preview"] = reverse("admin:articles_article_preview", args=[shared])
    found |= {
        f"preview page of a {reader}": reverse(
            "admin:articles_article_preview_page", args=[shared], query={"as": reader}
        )
        for reader in READERS
    }
    answered = ReplyRequest.objects.answered().first()
    if answered:
        found["answered request"] = reverse("admin:articles_replyrequest_change", args=[answered.pk])
    edition = FrontPage.objects.order_by("number").first()
    if edition:
        found["front page edition"] = reverse("admin:articles_frontpage_edition", args=[edition.number])
    return found


def moderation_pages() -> dict[str, str]:
    """The desk of moderators in all its queues, with the page of a contribution and of its author."""
    talked = Comment.objects.order_by("pk").first()
    one = reverse("admin:moderation_one", args=[talked.pk])
    return {
        **{f"moderation {name}": reverse("admin:moderation", query={"queue": name}) for name in queues.NAMES},
        "moderation of one": one,
        "moderation of one with a letter": f"{one}?reason={RejectionReason.objects.first().pk}",
        "moderation people": reverse("admin:moderation_people"),
        "moderation people that nobody is": f"{reverse('admin:moderation_people')}?q=xylophone",
        "moderation of a person": reverse("admin:moderation_person", args=[talked.author_id]),
        "moderation figures": reverse("admin:moderation_figures"),
    }


def _password_of(users):
    return reverse("admin:auth_user_password_change", args=[users.order_by("pk").last().pk])


def _first(articles, otherwise):
    article = articles.first()
    return article.get_absolute_url() if article else otherwise
