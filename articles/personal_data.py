"""What the desk holds of a person: what they have written, and which deeds of the desk are theirs.

Articles and what the desk has done with them are the newspaper's and stay. What was only this person's, goes.
"""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from web.personal_data import Holding, described

from .models import Article, Byline, FreeReading, Note, OfferedArticle, Revision

# Rows that say who of the desk has done something. They stay: the name on them is that of the emptied account.
DEEDS = (
    "articles.Article.created_by",
    "articles.Correction.by",
    "articles.DayNote.author",
    "articles.FrontPage.saved_by",
    "articles.Page.changed_by",
    "articles.PreviewLink.created_by",
    "articles.PreviewLink.revoked_by",
    "articles.RaisedFlag.by",
    "articles.ReplyRequest.handled_by",
    "articles.ReplyRequest.refused_by",
    "articles.Revision.author",
    "articles.Step.by",
)
ONES_OWN = ("articles.Article.assignee", "articles.Mention.user", "articles.Presence.user")


def has_published_work(user) -> bool:
    """Whether readers have seen something that the person has signed or started."""
    signed = Byline.objects.filter(author__user=user, published_at__isnull=False)
    return signed.exists() or Article.objects.filter(created_by=user).exclude(published_on=None).exists()


def articles(user) -> list:
    rows = Article.objects.written_by(user).order_by("pk")
    return [described(row, "working_title", "status", "published_at") for row in rows]


def notes(user) -> list:
    return [described(row, "text", "at") for row in Note.objects.filter(author=user).order_by("pk")]


def readings(user) -> list:
    """What was opened without a subscription. Articles that readers no longer see are not named."""
    rows = FreeReading.objects.filter(user=user).select_related("article").order_by("pk")
    return [_article(row) | described(row, "at") for row in rows]


def offers(user) -> list:
    rows = OfferedArticle.objects.filter(user=user).select_related("article").order_by("pk")
    return [_article(row) | described(row, "created_at", "expires_at", "revoked_at") for row in rows]


def _article(row) -> dict:
    return {gettext("Article"): row.article.headline if row.article.is_published else ""}


def erase(user, addresses):
    """Mentions and open forms go with the account."""
    Article.objects.filter(assignee=user).update(assignee=None)
    Revision.objects.filter(author=user, is_autosave=True).delete()


HOLDINGS = [
    Holding(
        _("Articles"),
        DEEDS + ONES_OWN,
        articles,
        erase,
        goes=_("Texts that you have typed and not saved, and what is assigned to you."),
        stays=_("The articles that you have started, and the journal of what was done with them."),
        has=lambda user: user.is_staff,
    ),
    Holding(
        _("Notes on articles"),
        ("articles.Note.author",),
        notes,
        stays=_("The notes that you have written on articles, without your name."),
        has=lambda user: Note.objects.filter(author=user).exists(),
    ),
    Holding(_("Free articles that you have opened"), ("articles.FreeReading.user",), readings),
    Holding(
        _("Articles that you have offered"),
        ("articles.OfferedArticle.user",),
        offers,
        goes=_("The links by which you have offered articles."),
        has=lambda user: OfferedArticle.objects.filter(user=user).exists(),
    ),
    # Addresses of the newspaper itself, and of people who have no account.
    Holding(_("Addresses of the newspaper"), ("articles.Newspaper.public_email",)),
]
