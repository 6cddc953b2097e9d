"""What the article's form says of an article that readers saw: its corrections, and who asked to answer it."""

from dataclasses import dataclass

from django.urls import reverse

from articles import corrections, reply_words, rights
from articles.models import Article, Correction, ReplyRequest


@dataclass
class Card:
    """``add_correction`` and ``add_request`` are addresses, empty for those who may not; ``answers`` is the article
    that this one is a right of reply to."""

    corrections: list[Correction]
    requests: list[dict]
    answers: Article | None
    may_publish: bool
    add_correction: str = ""
    add_request: str = ""


def of(article, user) -> Card | None:
    """Three queries; None where there is nothing to say or do."""
    if article is None:
        return None
    answered = getattr(article, "answered_request", None)
    was_seen = corrections.may_be_corrected(article)
    may_publish, keeps = rights.may_publish(user), rights.may_keep_register(user)
    card = Card(
        corrections=list(article.corrections.all()) if was_seen and getattr(article, "has_corrections", True) else [],
        requests=_requests(article) if keeps and was_seen and getattr(article, "has_requests", True) else [],
        answers=answered and answered.article,
        may_publish=may_publish,
        add_correction=_add("correction", article) if was_seen and may_publish else "",
        add_request=_add("replyrequest", article) if was_seen and rights.may_keep_register(user, "add") else "",
    )
    return card if was_seen or answered else None


def _requests(article):
    rows = ReplyRequest.objects.filter(article=article).select_related("answer", "rule").order_by("-received_at")
    return [{"row": row, "words": reply_words.short(row), "state": row.state.label} for row in rows]


def _add(model, article):
    return reverse(f"admin:articles_{model}_add", query={"article": article.pk})
