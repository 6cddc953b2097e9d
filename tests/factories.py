"""Plain functions that make one row each, with what a test does not care about filled in."""

import datetime as dt
import itertools
import uuid

from django.utils import timezone

from accounts.models import User
from articles.models import (
    Article,
    Byline,
    Correction,
    Newspaper,
    Page,
    RelatedArticle,
    ReplyRequest,
    ReplyRule,
    Section,
    Tag,
    TaggedArticle,
)
from articles.reply_deadlines import deadline
from authors.models import Author
from comments.models import Comment
from outbox.models import Message
from pictures.models import Picture
from subscriptions import vouchers
from subscriptions.models import Agent, Plan, Price, Subscription, VoucherBatch, Zone
from subscriptions.periods import day_of_month

number = itertools.count(1)
PASSWORD = "a long enough password"


def make_user(**fields):
    fields.setdefault("email", f"person{next(number)}@example.org")
    return User.objects.create_user(password=PASSWORD, **fields)


def make_plan(*, price=2500, currency="XOF", **fields):
    """With one price, in the first zone of its currency."""
    n = next(number)
    plan = Plan.objects.create(**{"name": f"Plan {n}", "slug": f"plan-{n}", "period": "month", **fields})
    Price.objects.create(plan=plan, zone=Zone.objects.filter(currency=currency).first(), amount=price)
    return plan


def make_subscription(user, *, days=30, **fields):
    """Current by default; ``days=-1`` ended yesterday."""
    now = timezone.now()
    starts_at = fields.pop("starts_at", now - dt.timedelta(days=60))
    ends_at = fields.pop("ends_at", now + dt.timedelta(days=days))
    return Subscription.objects.create(
        user=user,
        plan=fields.pop("plan", None) or make_plan(),
        starts_at=starts_at,
        ends_at=ends_at,
        **{
            "grace_ends_at": ends_at,
            "anchor_day": day_of_month(starts_at),
            "previous": Subscription.objects.filter(user=user).order_by("-pk").first(),
            **fields,
        },
    )


def make_subscriber(**fields):
    user = make_user(**fields)
    make_subscription(user)
    return user


def make_author(**fields):
    n = next(number)
    return Author.objects.create(**{"name": f"Author {n}", "slug": f"author-{n}", **fields})


def make_section(**fields):
    n = next(number)
    return Section.objects.create(**{"name": f"Section {n}", "slug": f"section-{n}", "position": n, **fields})


def make_picture(**fields):
    """A row without files; tests of files go through the form."""
    return Picture.objects.create(**{"original": f"{next(number)}.jpg", "alt": "A picture", **fields})


def make_article(*, tags=(), authors=(), related=(), **fields):
    """A published article as readers see it, rows included, without going through the workflow."""
    n = next(number)
    at = fields.pop("published_at", timezone.now() - dt.timedelta(hours=1))
    values = {
        "headline": f"Headline {n}",
        "slug": f"headline-{n}",
        "body": f"<p>Body {n}</p>",
        "status": Article.Status.APPROVED,
        "published_at": at,
        "published_on": timezone.localdate(at, timezone.get_default_timezone()) if at else None,
        **fields,
    }
    values.setdefault("section", None)
    values["section"] = values["section"] or make_section()
    values.setdefault("working_title", values["headline"])
    article = Article.objects.create(**values)
    stamp = at if article.status == Article.Status.APPROVED else None
    for position, author in enumerate(authors):
        Byline.objects.create(article=article, author=author, position=position, published_at=stamp)
    for name in tags:
        tag, _ = Tag.objects.get_or_create(name=name)
        TaggedArticle.objects.create(content_object=article, tag=tag, published_at=stamp)
    for position, other in enumerate(related):
        RelatedArticle.objects.create(article=article, related=other, position=position)
    return article


def make_comment(article, author, **fields):
    return Comment.objects.create(
        **{"article": article, "author": author, "text": "A remark.", "key": uuid.uuid4(), **fields}
    )


def make_newspaper(**fields):
    return Newspaper.objects.update_or_create(pk=1, defaults={"name": "Le Quotidien", **fields})[0]


def make_page(**fields):
    """A published static page."""
    n = next(number)
    values = {"title": f"Page {n}", "slug": f"page-{n}", "body": f"<p>Words {n}</p>", "is_published": True}
    return Page.objects.create(**{**values, **fields})


def make_correction(article, **fields):
    return Correction.objects.create(**{"article": article, "text": f"A correction {next(number)}.", **fields})


def make_reply_request(article, *, answer=None, **fields):
    """Received two hours ago, under the rule that is proposed first; open unless its answer is online."""
    values = {
        "requester": f"Requester {next(number)}",
        "text": "My answer.",
        "received_at": timezone.now() - dt.timedelta(hours=2),
        "rule": fields.pop("rule", None) or ReplyRule.objects.get(is_default=True),
        **fields,
    }
    values.setdefault("deadline_at", deadline(values["received_at"], values["rule"]))
    return ReplyRequest.objects.create(article=article, answer=answer, **values)


def make_mail(**fields):
    """A mail that waits to be sent."""
    recipient = f"person{next(number)}@example.org"
    return Message.objects.create(
        **{"recipient": recipient, "sender": "desk@example.org", "subject": "A subject", "text": "Text", **fields}
    )


def make_agent(**fields):
    return Agent.objects.create(**{"name": f"Kiosque {next(number)}", **fields})


def make_batch(*, by, size=3, price=None, agent=None, expires_in=90):
    """A batch and its codes."""
    batch = VoucherBatch(
        agent=agent or make_agent(),
        size=size,
        expires_on=timezone.localdate() + dt.timedelta(days=expires_in),
    )
    return batch, vouchers.make_batch(batch, price or make_plan().prices.get(), by=by)
