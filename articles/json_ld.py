"""schema.org in JSON-LD (https://schema.org/NewsArticle), from what the page shows and nothing else."""

import json

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe

from .bylines import signatures
from .identity import absolute_logo
from .models import Article
from .teasers import teaser

# As in Django's json_script: nothing in it can close the script element.
ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


def script_content(data: dict) -> SafeString:
    """The data as the content of a script element."""
    return mark_safe(json.dumps(data, ensure_ascii=False).translate(ESCAPES))


def publisher(newspaper) -> dict:
    """https://schema.org/NewsMediaOrganization: what is known of the newspaper, and no empty property."""
    address = " ".join(newspaper.postal_address.split())
    known = {
        "name": newspaper.publisher or newspaper.name,
        "url": settings.SITE_URL,
        "logo": newspaper.logo
        and {
            "@type": "ImageObject",
            "url": absolute_logo(newspaper),
            "width": newspaper.logo_width,
            "height": newspaper.logo_height,
        },
        "address": address and {"@type": "PostalAddress", "streetAddress": address},
        "email": newspaper.public_email,
        "telephone": newspaper.phone,
        "sameAs": [account["url"] for account in newspaper.accounts],
    }
    return {"@type": "NewsMediaOrganization", **{name: value for name, value in known.items() if value}}


def front_page(newspaper) -> SafeString:
    """The site and who publishes it."""
    site = {
        "@type": "WebSite",
        "name": newspaper.name,
        "url": f"{settings.SITE_URL}/",
        "inLanguage": settings.LANGUAGE_CODE,
        "publisher": {"@id": f"{settings.SITE_URL}/#publisher"},
    }
    if newspaper.motto:
        site["description"] = newspaper.motto
    graph = [site, {"@id": f"{settings.SITE_URL}/#publisher", **publisher(newspaper)}]
    return script_content({"@context": "https://schema.org", "@graph": graph})


def news_article(article, newspaper, canonical, image, corrections=()) -> SafeString:
    """NewsArticle; a subscribers' article says so, with the part that is paid for."""
    free = article.access == Article.Access.EVERYONE
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": article.title,
        "description": teaser(article),
        "url": canonical,
        "mainEntityOfPage": canonical,
        "inLanguage": article.language,
        "datePublished": article.published_at.isoformat(),
        "dateModified": (article.revised_at or article.published_at).isoformat(),
        "articleSection": article.section.name,
        "author": [
            {"@type": "Person", "name": row.author.name, "url": f"{settings.SITE_URL}{row.author.get_absolute_url()}"}
            for row in signatures(article)
        ],
        "publisher": publisher(newspaper),
        "isAccessibleForFree": free,
    }
    if image:
        url, width, height = image
        data["image"] = {"@type": "ImageObject", "url": url, "width": width, "height": height}
    if corrections:
        data["correction"] = [_correction(one) for one in corrections]
    if not free:
        data["hasPart"] = {"@type": "WebPageElement", "isAccessibleForFree": False, "cssSelector": ".body"}
    return script_content(data)


def _correction(correction) -> dict:
    """https://schema.org/CorrectionComment"""
    return {"@type": "CorrectionComment", "text": correction.text, "datePublished": correction.at.isoformat()}
