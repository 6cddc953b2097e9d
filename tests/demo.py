"""The demo edition for tests that look at a whole newspaper, and the addresses of its pages in all their states."""

import io

from django.contrib import admin
from django.core.management import call_command
from django.urls import NoReverseMatch, reverse

from accounts.models import User
from articles.models import Article, FrontPage, MenuItem, Page, Tag
from newsroom.demo import gallery


def load_small(monkeypatch):
    """Loads the demo edition with its drawings drawn small: such tests are not about pixels."""
    for key, drawing in gallery.DRAWINGS.items():

        def draw_small(draw=drawing.draw):
            return draw(160)

        monkeypatch.setitem(gallery.DRAWINGS, key, drawing._replace(draw=draw_small))
    call_command("load_demo", stdout=io.StringIO())


def public_pages() -> dict[str, str]:
    """Name of the state → address, as anybody may ask for it."""
    published = Article.objects.published().newest_first()
    plain = published.filter(access="everyone", picture__isnull=False, bylines__isnull=False, tags__isnull=False)
    article = plain.first()
    address = article.get_absolute_url()
    day = article.published_on
    withdrawn = Article.objects.gone().first()
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
        "search": reverse("search"),
        "search that finds": f"{reverse('search')}?q=fleuve",
        "search that finds nothing": f"{reverse('search')}?q=xylophone+hydraulique",
        "plans": reverse("plans"),
        "sign in": reverse("account_login"),
        "sign up": reverse("account_signup"),
        "forgotten password": reverse("account_reset_password"),
        "not found": "/rien/",
        "gone": withdrawn.get_absolute_url() if withdrawn else "/rien/",
    }


def reader_pages() -> dict[str, str]:
    """What somebody who is signed in sees besides."""
    talked = Article.objects.published().filter(comments__isnull=False).newest_first().first().get_absolute_url()
    paid = Article.objects.published().filter(access="subscribers").first().get_absolute_url()
    names = ("account", "account_email", "account_change_password", "account_logout")
    return {
        "article with contributions": talked,
        "room": f"{talked}contributions/",
        "paid article": paid,
        "rest of a paid article": f"{paid}suite/",
    } | {name: reverse(name) for name in names}


def desk_pages() -> dict[str, str]:
    """Every list and form of the back office that opens with GET, each with a row where there is one."""
    found = {"index": reverse("admin:index")}
    for model in admin.site._registry:
        name = f"{model._meta.app_label}_{model._meta.model_name}"
        row = model._default_manager.order_by("pk").first()
        for kind, arguments in [
            ("changelist", []),
            ("add", []),
            *[(k, [row.pk]) for k in ("change", "delete") if row],
        ]:
            try:
                found[f"{name} {kind}"] = reverse(f"admin:{name}_{kind}", args=arguments)
            except NoReverseMatch:
                continue
    return found | _other_desk_pages()


def _other_desk_pages() -> dict[str, str]:
    tags = "&".join(f"id={key}" for key in Tag.objects.order_by("pk").values_list("pk", flat=True)[:3])
    found = {f"menu {menu}": reverse("admin:articles_menuitem_menu", args=[menu]) for menu in MenuItem.Menu.values}
    found |= {
        "tag merge": f"{reverse('admin:articles_tag_merge')}?{tags}",
        "tag merge without a tag": reverse("admin:articles_tag_merge"),
        "front page history": reverse("admin:articles_frontpage_history"),
        "page preview": reverse("admin:articles_page_preview", args=[Page.objects.order_by("pk").first().pk]),
        "password of a user": reverse("admin:auth_user_password_change", args=[User.objects.order_by("pk").last().pk]),
        "articles filtered": f"{reverse('admin:articles_article_changelist')}?q=fleuve&state=published",
        "articles without any": f"{reverse('admin:articles_article_changelist')}?q=xylophone+hydraulique",
    }
    edition = FrontPage.objects.order_by("number").first()
    if edition:
        found["front page edition"] = reverse("admin:articles_frontpage_edition", args=[edition.number])
    return found


def _first(articles, otherwise):
    article = articles.first()
    return article.get_absolute_url() if article else otherwise
