"""Puts the demo edition into an empty database: files first, then every row in one transaction."""

import datetime as dt

from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from articles import workflow, working_copy
from articles.models import Article, Step
from articles.workflow import Instants
from subscriptions import granting
from subscriptions.periods import end_of_period

from . import accounts, conversation, front, in_hand, institution, newspaper, office, pages, register
from .gallery import add_pictures
from .texts import CHANGED, DRAFTS, PUBLISHED, SCHEDULED, TO_REVIEW, WITHDRAWN, WITHDRAWN_BECAUSE

# How long before its publication a text was started, and its last words saved.
STARTED, SAVED = dt.timedelta(days=1), dt.timedelta(minutes=40)


class NotEmpty(Exception):
    """There are people or articles already: they are left alone."""


def is_empty() -> bool:
    """Whether the database has neither a user nor an article."""
    return not (User.objects.exists() or Article.objects.exists())


def load(report):
    """``report(number, total)`` is told of each picture, the part that takes a while. Raises ``NotEmpty``.

    A run that is cut off leaves at most pictures in the library, which the next one takes up.
    """
    if not is_empty():
        raise NotEmpty
    pictures = add_pictures(report)
    password_hash = make_password(accounts.PASSWORD)
    with transaction.atomic():
        if not is_empty():
            raise NotEmpty
        _write(pictures, password_hash, timezone.now().replace(microsecond=0))


def _write(pictures, password_hash, now):
    users = accounts.make_accounts(password_hash)
    newspaper.make_identity()
    sections = newspaper.make_sections()
    desk = Desk(sections, newspaper.make_authors(users, pictures), pictures)
    for text in [*PUBLISHED, *SCHEDULED, WITHDRAWN]:
        desk.publish(text, text.published_at(now), by=users["redaction"])
    _backdate(desk.articles.values(), now)
    _write_what_waits(desk, users)
    plans = newspaper.make_plans()
    _give_subscriptions(users, plans, now)
    office.fill_books(users, now)
    institution.open_library(users, plans[newspaper.SEATS[0]], now)
    conversation.post_contributions(desk.articles, users, now)
    pages.make_pages()
    newspaper.make_menus(sections)
    front.make_front_page(desk.articles, users["redaction"])
    register.fill_register(desk.articles, users["redaction"], now)


def _write_what_waits(desk, users):
    """What is not on the site: the withdrawn one, one to review, drafts, the changes to a live article."""
    workflow.withdraw(desk.articles[WITHDRAWN.key], by=users["redaction"], note=WITHDRAWN_BECAUSE)
    article, revision = desk.start(TO_REVIEW, by=users["pigiste"])
    workflow.submit(article, revision, by=users["pigiste"])
    for text in DRAFTS:
        desk.start(text, by=users["journaliste"])
    desk.change(CHANGED, by=users["redaction"])
    in_hand.follow(desk.articles, users)


def _backdate(articles, now):
    """Gives what is published the past that it is said to have: the steps and working copies until then."""
    for article in articles:
        if article.published_at and article.published_at <= now:
            saved_at = article.published_at - SAVED
            article.steps.filter(kind=Step.Kind.PUBLISHED).update(at=article.published_at)
            article.revisions.filter(applied_at__isnull=False).update(
                created_at=saved_at, applied_at=article.published_at
            )
            Article.objects.filter(pk=article.pk).update(created_at=saved_at - STARTED, changed_at=saved_at)


class Desk:
    """Turns texts into articles, by way of working copies and the workflow; knows those that it has made by key."""

    def __init__(self, sections, authors, pictures):
        self.sections = sections
        self.authors = authors
        self.pictures = pictures
        self.articles = {}

    def start(self, text, *, by):
        """The article as a draft, with its working copy."""
        article, revision = working_copy.start(self.content(text), by=by)
        self.articles[text.key] = article
        return article, revision

    def publish(self, text, at, *, by):
        """Live since ``at`` or, when that is still to come, scheduled."""
        article, revision = self.start(text, by=by)
        workflow.approve(article, revision, Instants(published_at=at), by=by)

    def change(self, text, *, by):
        """A working copy upon the live article of the same key; readers keep what they have."""
        article = self.articles[text.key]
        working_copy.save(article, self.content(text), base=working_copy.newest(article).pk, by=by)

    def content(self, text) -> dict:
        access = Article.Access.SUBSCRIBERS if text.for_subscribers else Article.Access.EVERYONE
        roles = ["author", *["correspondent"] * len(text.bylines)]
        return working_copy.empty_content() | {
            "kicker": text.kicker,
            "headline": text.headline,
            "standfirst": text.standfirst,
            "body": self.body(text),
            "picture": self.pictures[text.picture].pk if text.picture else None,
            "picture_caption": text.picture_caption,
            "section": self.sections[text.section].pk,
            "bylines": [
                {"author": self.authors[slug].pk, "role": role}
                for slug, role in zip(text.bylines, roles, strict=False)
            ],
            "tags": list(text.tags),
            "related": [self.articles[key].pk for key in text.related],
            "language": "fr",
            "access": access.value,
            "comments_open": text.comments_open,
        }

    def body(self, text) -> str:
        """As the editor writes it: no line ends, and the numbers of the articles and pictures that it names."""
        articles = {key: article.pk for key, article in self.articles.items()}
        pictures = {key: picture.pk for key, picture in self.pictures.items()}
        return text.html.format(articles=articles, pictures=pictures)


# account, plan, days since it began
SUBSCRIPTIONS = [
    ("abonne", "mois", 10),
    ("usager", "mois", 20),
    ("enseignante", "an", 40),
    ("ancien", "semaine", 10),
    ("pecheur", "mois", 12),
    ("etudiante", "semaine", 6),
    ("vendeuse", "mois", 25),
    ("retraite", "an", 300),
    ("infirmier", "an", 120),
    ("diaspora", "an", 75),
    ("coureur", "mois", 15),
]


def _give_subscriptions(users, plans, now):
    """All run but the former subscriber’s, which ended three days ago, after the contributions."""
    for key, plan, days in SUBSCRIPTIONS:
        starts_at = now - dt.timedelta(days=days)
        granting.give(
            users[key],
            plans[plan],
            starts_at=starts_at,
            ends_at=end_of_period(starts_at, plans[plan].period),
            by=users["abonnements"],
        )
