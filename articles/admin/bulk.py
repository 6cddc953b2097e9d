"""Several articles of the list at once: a page that says what will happen, then one verb after the other.

What the person may not touch, or what the action does not suit, is told by number only; an article that they may not
see counts like one that does not exist.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, ngettext_lazy
from django.views.decorators.http import require_POST

from articles import following, rights, state, working_copy
from articles.following_forms import ColleagueField, FlagForm
from articles.models import Article, Flag
from articles.workflow import WorkflowError, send_back, submit, withdraw

MOST = 200


class NothingForm(forms.Form):
    pass


class NoteForm(forms.Form):
    note = forms.CharField(
        label=gettext_lazy("Note"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}), label_suffix=""
    )


class AssignForm(forms.Form):
    assignee = ColleagueField(label=gettext_lazy("Assigned to"), required=False, empty_label=gettext_lazy("Nobody"))


class PriorityForm(forms.Form):
    priority = forms.ChoiceField(label=gettext_lazy("Priority"), choices=Article.Priority.choices)


class WhichFlagForm(forms.Form):
    flag = forms.ModelChoiceField(Flag.objects.all(), label=gettext_lazy("Flag"), empty_label=gettext_lazy("Choose…"))


@dataclass(frozen=True)
class Act:
    """``suits`` narrows articles that the person may change to those that the action is for; ``take(articles, data,
    by)`` yields a sentence for each article that was refused. ``question`` and ``done`` are of ``count``."""

    words: str
    question: str
    done: str
    button: str
    take: Callable
    suits: Callable = lambda articles, user: articles
    form: type = NothingForm
    publishes: bool = False
    help: str = ""


def _one_by_one(verb):
    """Has each article take the verb on its own, so that one that is refused stops no other."""

    def take(articles, data, by):
        for article in articles:
            try:
                verb(article, data, by)
            except WorkflowError as error:
                yield _("“{article}”: {why}").format(article=article, why=error)

    return take


@_one_by_one
def _submit(article, data, by):
    submit(article, working_copy.newest(article), by=by)


@_one_by_one
def _send_back(article, data, by):
    send_back(article, working_copy.newest(article), by=by, note=data["note"])


@_one_by_one
def _withdraw(article, data, by):
    withdraw(article, by=by, note=data["note"])


@_one_by_one
def _set_priority(article, data, by):
    following.set_priority(article, data["priority"], by=by)


@_one_by_one
def _raise_flag(article, data, by):
    following.raise_flag(article, data["flag"], by=by, note=data["note"])


@_one_by_one
def _clear_flag(article, data, by):
    if not rights.may_clear(by, article, data["flag"]):
        raise WorkflowError(_("You may not clear this flag."))
    following.clear_flag(article, data["flag"], by=by)


def _assign(articles, data, by):
    """All in one go, so that whoever gets them gets one mail."""
    try:
        following.assign(articles, data["assignee"], by=by)
    except following.FollowingError as error:
        yield str(error)


def _can_be_submitted(articles, user):
    written = articles.filter(revisions__isnull=False).distinct()
    approved = Article.objects.filter(status=Article.Status.APPROVED, changes_to_review=False)
    changed = state.with_changes(approved).filter(has_changes=True).values("pk")
    return written.filter(Q(status=Article.Status.DRAFT) | Q(pk__in=changed))


def _can_be_handed_on(articles, user):
    """Not what the person has only because it is assigned to them."""
    if user.has_perm("articles.change_any_article"):
        return articles
    return articles.filter(pk__in=Article.objects.written_by(user))


ACTS = {
    "submit": Act(
        words=gettext_lazy("Submit for review"),
        question=ngettext_lazy(
            "Submit %(count)d article for review?", "Submit %(count)d articles for review?", "count"
        ),
        done=ngettext_lazy("%(count)d article submitted.", "%(count)d articles submitted.", "count"),
        button=gettext_lazy("Submit"),
        take=_submit,
        suits=_can_be_submitted,
    ),
    "send_back": Act(
        words=gettext_lazy("Send back…"),
        question=ngettext_lazy("Send %(count)d article back?", "Send %(count)d articles back?", "count"),
        done=ngettext_lazy("%(count)d article sent back.", "%(count)d articles sent back.", "count"),
        button=gettext_lazy("Send back"),
        take=_send_back,
        suits=lambda articles, user: articles.in_state("to_review"),
        form=NoteForm,
        publishes=True,
        help=gettext_lazy("The note says what is missing; each article gets it."),
    ),
    "assign": Act(
        words=gettext_lazy("Assign to…"),
        question=ngettext_lazy("Assign %(count)d article", "Assign %(count)d articles", "count"),
        done=ngettext_lazy("%(count)d article assigned.", "%(count)d articles assigned.", "count"),
        button=gettext_lazy("Assign"),
        take=_assign,
        suits=_can_be_handed_on,
        form=AssignForm,
    ),
    "priority": Act(
        words=gettext_lazy("Priority…"),
        question=ngettext_lazy("Priority of %(count)d article", "Priority of %(count)d articles", "count"),
        done=ngettext_lazy("Priority of %(count)d article set.", "Priority of %(count)d articles set.", "count"),
        button=gettext_lazy("Set the priority"),
        take=_set_priority,
        form=PriorityForm,
    ),
    "raise_flag": Act(
        words=gettext_lazy("Raise a flag…"),
        question=ngettext_lazy("Raise a flag on %(count)d article", "Raise a flag on %(count)d articles", "count"),
        done=ngettext_lazy("Flag raised on %(count)d article.", "Flag raised on %(count)d articles.", "count"),
        button=gettext_lazy("Raise the flag"),
        take=_raise_flag,
        form=FlagForm,
    ),
    "clear_flag": Act(
        words=gettext_lazy("Clear a flag…"),
        question=ngettext_lazy("Clear a flag of %(count)d article", "Clear a flag of %(count)d articles", "count"),
        done=ngettext_lazy("Flag cleared on %(count)d article.", "Flag cleared on %(count)d articles.", "count"),
        button=gettext_lazy("Clear the flag"),
        take=_clear_flag,
        suits=lambda articles, user: articles.filter(raised_flags__isnull=False).distinct(),
        form=WhichFlagForm,
    ),
    "withdraw": Act(
        words=gettext_lazy("Withdraw from the site…"),
        question=ngettext_lazy(
            "Withdraw %(count)d article from the site?", "Withdraw %(count)d articles from the site?", "count"
        ),
        done=ngettext_lazy("%(count)d article withdrawn.", "%(count)d articles withdrawn.", "count"),
        button=gettext_lazy("Withdraw"),
        take=_withdraw,
        suits=lambda articles, user: articles.in_state("published"),
        form=NoteForm,
        publishes=True,
        help=gettext_lazy("In its place readers are told that the article was withdrawn. Say in the note why."),
    ),
}


def _action(name, act):
    """The action of the list: it changes nothing yet."""

    def action(model_admin, request, queryset):
        return _page(model_admin, request, name, request.POST.getlist(ACTION_CHECKBOX_NAME))

    action.__name__ = name
    permission = "publish" if act.publishes else "follow"
    return admin.action(description=act.words, permissions=[permission])(action)


ACTIONS = [_action(name, act) for name, act in ACTS.items()]


@require_POST
def bulk(request, *, desk_admin):
    """What was confirmed. ``act`` names the action, ``id`` are the articles."""
    name, sent = request.POST.get("act", ""), request.POST.getlist("id")
    if name not in ACTS:
        raise Http404
    if not desk_admin.has_follow_permission(request):
        raise PermissionDenied
    act = ACTS[name]
    if act.publishes and not rights.may_publish(request.user):
        raise PermissionDenied
    form = act.form(request.POST)
    articles, others = _chosen(request.user, act, sent)
    if not form.is_valid():
        return _page(desk_admin, request, name, sent, form=form, status=422)
    refused = list(act.take(articles, form.cleaned_data, by=request.user))
    _tell(request, act, len(articles) - len(refused), refused, others)
    return redirect("admin:articles_article_changelist")


def _tell(request, act, count, refused, others):
    if count > 0:
        messages.success(request, act.done % {"count": count})
    for sentence in refused:
        messages.error(request, sentence)
    if others:
        messages.warning(request, _others_words(others))


def _chosen(user, act, sent) -> tuple[list[Article], int]:
    """The articles that the action will touch, and how many others were sent, whatever these are."""
    sent = set(sent[:MOST])
    keys = [int(one) for one in sent if one.isascii() and one.isdecimal() and len(one) < 19]
    visible = Article.objects.on_desk_of(user).filter(pk__in=keys)
    articles = list(act.suits(rights.editable(user, visible), user).order_by("-changed_at", "-pk"))
    return articles, len(sent) - len(articles)


def _others_words(count) -> str:
    return ngettext(
        "%(count)d article is out of your reach, or this does not suit it: it stays as it is.",
        "%(count)d articles are out of your reach, or this does not suit them: they stay as they are.",
        count,
    ) % {"count": count}


def _page(model_admin, request, name, sent, *, form=None, status=200):
    act = ACTS[name]
    articles, others = _chosen(request.user, act, sent)
    context = {
        **model_admin.admin_site.each_context(request),
        "title": act.question % {"count": len(articles)} if articles else act.words,
        "opts": Article._meta,
        "phrases": model_admin.phrases,
        "act": act,
        "name": name,
        "articles": articles,
        "sent": sent[:MOST],
        "others": _others_words(others) if others else "",
        "form": form or act.form(),
    }
    return TemplateResponse(request, "admin/articles/article/bulk.html", context, status=status)
