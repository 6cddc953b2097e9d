"""What the first page of the back office shows: the person's work, the desk's, and where everything else is.

Every pile of articles is cut out of the person's own list of articles, so that it can tell nothing that the list does
not; the piles of other desks are for those alone who may open the desk's list.
"""

from functools import partial

from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from articles import lateness, reply_words, rights, state
from articles.dates import day_begins, near_words
from articles.models import Article, ReplyRequest
from comments.rules import is_moderator

from .mail_piles import mails
from .mentioned import mentioned
from .moderation_piles import moderation
from .piles import COUNTED, SHOWN, Area, Line, Pile, fill, first_keys
from .subscription_piles import subscriptions

# No models' lists, but they stand among them.
CALENDAR, COUNTER, TILL, FIGURES = "Calendar", "Counter", "Till", "Figures"
MODERATION, MODERATED = "Moderation", "Moderated"
GROUPS = {
    "desk": gettext_lazy("Newsroom"),
    "readers": gettext_lazy("Readership"),
    "office": gettext_lazy("Subscriptions office"),
    "paper": gettext_lazy("The newspaper"),
    "workings": gettext_lazy("Workings"),
}
# Where each list stands, and in which order; one that is not named here is about the workings of the site.
PLACES = {
    "desk": [
        "Article",
        CALENDAR,
        "FrontPage",
        "Correction",
        "ReplyRequest",
        "Picture",
        "Section",
        "Author",
        "Tag",
    ],
    "readers": [MODERATION, MODERATED, "Comment", "RuleSet", "WordList", "RejectionReason", "User"],
    "office": [
        COUNTER,
        TILL,
        FIGURES,
        "Reader",
        "Subscription",
        "Order",
        "Payment",
        "Refund",
        "Discrepancy",
        "Agent",
        "VoucherBatch",
        "Voucher",
        "AgentSettlement",
        "Gift",
        "Institution",
        "Seat",
        "Plan",
        "Zone",
        "Terms",
    ],
    "paper": ["Newspaper", "Page", "MenuItem", "Flag", "ChecklistRule", "ReplyRule", "Entry"],
}


def first_page(user, entries) -> dict:
    """``entries`` are the stock admin's apps with the lists that the person may open."""
    may_list = rights.may_list(user)
    return {
        "greeting": _("Hello {name}").format(name=name) if (name := user.name) else _("Hello"),
        "may_write": rights.may_write(user),
        "mentioned": mentioned(user) if may_list else [],
        "areas": areas(user),
        "groups": groups(entries, own_pages(user, may_list=may_list)),
    }


def areas(user) -> list[Area]:
    """One for each desk that the person sits at."""
    now = timezone.now()
    of_articles = replies(user, now) + (piles(user, now) if rights.may_list(user) else [])
    return [
        *([Area("desk", GROUPS["desk"], of_articles)] if of_articles else []),
        *moderation(user, _("Moderation"), now),
        *subscriptions(user, _("Subscriptions"), now),
        *mails(user, _("Mail"), now),
    ]


def piles(user, now) -> list[Pile]:
    articles = Article.objects.on_desk_of(user)
    own = Article.objects.written_by(user).filter(pk__in=articles).in_state("draft").order_by("-changed_at", "-pk")
    stuck = articles.stuck().order_by("pk")
    late = articles.late(now).order_by("published_at", "changed_at", "pk")
    review = articles.in_state("to_review").order_by("changed_at", "pk")
    coming = state.with_changes(articles.coming(now)).filter(Q(changes_problem=None) | Q(changes_problem=""))
    scheduled = coming.order_by(Coalesce("changes_at", "published_at"), "pk")
    today = articles.published(now).filter(published_at__gte=day_begins(now)).newest_first()
    found = [
        _stuck(stuck),
        _late(late),
        _assigned(user, articles),
        _pile("review", _review_title(user), _("Nothing waits for a review."), {"state": "to_review"}, review),
        _pile("mine", _("My drafts"), _("You have no draft."), {"state": "draft"}, own),
        _pile(
            "scheduled",
            pgettext("articles", "Scheduled"),
            _("Nothing is scheduled."),
            {"state": "scheduled"},
            scheduled,
        ),
        _pile("today", _("Published today"), _("Nothing has appeared yet today."), {"period": "today"}, today),
    ]
    fill(found, partial(_rows, user), lambda article: _line(article, now))
    return [pile for pile in found if pile.keys or pile.name not in {"stuck", "late", "assigned"}]


def replies(user, now) -> list[Pile]:
    """Rights of reply whose end is near or has passed, for those who keep the register; one query."""
    if not rights.may_keep_register(user):
        return []
    near = ReplyRequest.objects.near(now).select_related("article__section", "answer", "rule")
    rows = list(near.order_by("deadline_at", "pk")[: COUNTED + 1])
    more = reverse("admin:articles_replyrequest_changelist", query={"state": "near"})
    pile = Pile("replies", _("Rights of reply"), "", more, [row.pk for row in rows])
    pile.note = _("To publish within two days, or late.")
    pile.rows = [_reply_line(row, now) for row in rows[:SHOWN]]
    return [pile] if rows else []


def _reply_line(row, now):
    words = reply_words.short(row, now)
    url = reverse("admin:articles_replyrequest_change", args=[row.pk])
    late = words if row.deadline_at <= now else ""
    return Line(str(row.article), url, words, late, facts=[row.requester])


def _review_title(user):
    return _("To review") if rights.may_publish(user) else _("Handed in, waiting for the desk")


def _stuck(articles):
    pile = _pile("stuck", _("Could not appear"), "", {"state": "scheduled"}, articles)
    pile.note = _("A new version was due; readers get the earlier one. The article says what stands in the way.")
    return pile


def _late(articles):
    pile = _pile("late", _("Late"), "", {"state": "late"}, articles)
    pile.note = _(
        "The date or the due time has passed without an approval, or the text has waited for a review for over a day."
    )
    return pile


def _assigned(user, articles):
    """What is due first comes first."""
    own = articles.filter(assignee=user).order_by(F("due_at").asc(nulls_last=True), "-changed_at", "-pk")
    return _pile("assigned", _("Assigned to me"), "", {"assignee": "me"}, own)


def _pile(name, title, empty, query, articles):
    more = reverse("admin:articles_article_changelist", query=query)
    return Pile(name, title, empty, more, first_keys(articles))


def _rows(user, keys):
    rows = state.with_changes(lateness.with_handed_in_at(Article.objects.filter(pk__in=keys))).for_cards()
    return rows.prefetch_related(state.writers(user))


def _line(article, now):
    authors = ", ".join(byline.author.name for byline in article.bylines.all())
    return Line(
        str(article),
        reverse("admin:articles_article_change", args=[article.pk]),
        _words(article, now),
        _stuck_words(article) or lateness.reason(article, now),
        "" if article.changes_problem else state.changes_mark(article),
        state.writers_mark(article),
        [str(fact) for fact in (article.section, authors) if fact],
    )


def _stuck_words(article):
    if not article.changes_problem:
        return ""
    return _("Due {when}: {problem}").format(when=near_words(article.changes_at), problem=article.changes_problem)


def _words(article, now):
    urgency = "" if article.priority == Article.Priority.NORMAL else article.get_priority_display()
    due = article.due_at and _("due {when}").format(when=near_words(article.due_at, now))
    return " · ".join(filter(None, [urgency, due or _state_words(article, now)]))


def _state_words(article, now):
    if coming := state.coming_mark(article, now):
        return coming
    name = state.name(article, now)
    if name in {"scheduled", "published"}:
        return near_words(article.goes_live_at, now)
    if name == "to_review" and article.handed_in_at:
        return _("handed in {when}").format(when=near_words(article.handed_in_at, now))
    return _("saved {when}").format(when=near_words(article.changed_at, now))


def own_pages(user, *, may_list) -> dict[str, tuple[str, str]]:
    """Pages that are no model's list: what they are called and where they are, for those who may open them."""
    may_see_money = user.has_perm("subscriptions.view_payment")
    may_sell = user.has_perm("subscriptions.add_payment")
    moderates = is_moderator(user)
    pages = [
        (CALENDAR, may_list, _("Calendar"), "admin:calendar"),
        (MODERATION, moderates, _("Moderation"), "admin:moderation"),
        (MODERATED, moderates, _("Figures of the moderation"), "admin:moderation_figures"),
        (COUNTER, may_sell, _("Cash at the counter"), "admin:counter"),
        (TILL, may_sell or may_see_money, _("Till of the day"), "admin:till"),
        (FIGURES, may_see_money, _("Subscriptions at a glance"), "admin:subscribers"),
    ]
    return {name: (title, reverse(address)) for name, may_open, title, address in pages if may_open}


def groups(entries, pages) -> list[dict]:
    """The lists that the person may open, by what they are about; pages of our own are among them."""
    models = {model["object_name"]: model for app in entries for model in app["models"] if model.get("admin_url")}
    for name, (title, url) in pages.items():
        models[name] = {"object_name": name, "name": title, "admin_url": url}
    named = {name for names in PLACES.values() for name in names}
    places = PLACES | {"workings": sorted(set(models) - named)}
    found = [
        {"name": name, "title": title, "models": [models[one] for one in places[name] if one in models]}
        for name, title in GROUPS.items()
    ]
    return [group for group in found if group["models"]]
