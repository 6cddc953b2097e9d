"""The register of rights of reply: the list with its ends, and the form from which a request is answered or refused.

As in the article's form, every button saves what was typed first and then takes its step.
"""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.widgets import AutocompleteSelect
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext_lazy

from articles import replies, reply_words, rights, state
from articles.dates import near_words
from articles.models import Article, ReplyRequest
from articles.reply_forms import ReplyRequestForm
from web.desk import DeskAdmin, Phrases

State = ReplyRequest.State
ASKED = ["article", "requester", "capacity", "contact", "means", "received_at", "text", "rule", "handled_by"]
# Of a closed request: the person by name, without a link to an account that few may open.
FIXED = [*ASKED[:-1], "keeper"]
# Buttons that send no field: what they act on is closed, or tied.
BARE_STEPS = {"unlink", "reopen"}


class StateFilter(admin.SimpleListFilter):
    title = gettext_lazy("state")
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return [
            ("near", gettext_lazy("Near their end, or late")),
            ("late", gettext_lazy("Late")),
            *State.choices,
        ]

    def queryset(self, request, queryset):
        name = self.value()
        if name in {"near", "late"}:
            return getattr(queryset, name)()
        return queryset.in_state(name) if name in State.values else queryset


@admin.register(ReplyRequest)
class ReplyRequestAdmin(DeskAdmin):
    phrases = Phrases(
        plural=gettext_lazy("Rights of reply"),
        add=gettext_lazy("Enter a request"),
        counted=ngettext_lazy("%(count)d request", "%(count)d requests", "count"),
        empty=gettext_lazy("No request here."),
        search=gettext_lazy("Who asks, or words of the headline"),
    )
    form = ReplyRequestForm
    list_display = ["requester", "headline", "received", "ends", "standing", "handled_by"]
    list_filter = [StateFilter]
    list_select_related = ["article", "answer", "rule", "handled_by"]
    list_per_page = 50
    show_full_result_count = False
    search_fields = ["requester", "capacity", "article__working_title"]
    autocomplete_fields = ["article"]
    actions = None
    ordering = ["-received_at", "-pk"]
    change_form_template = "admin/articles/replyrequest/change_form.html"

    class Media:
        css = {"all": ["css/admin/register.css"]}

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("article", "answer", "rule")

    def get_form(self, request, obj=None, change=False, **kwargs):  # noqa: FBT002 - Django's signature
        """The steps' own fields stand in the template, outside of the fieldsets. The class is made for this request
        alone, so its fields may be those of the person."""
        if obj and not self._is_fixed(request, obj):
            kwargs["fields"] = [*kwargs.get("fields", ASKED), "refusal"]
        form = super().get_form(request, obj, change, **kwargs)
        form.base_fields["linked"] = forms.ModelChoiceField(
            Article.objects.on_desk_of(request.user),
            label=ReplyRequestForm.declared_fields["linked"].label,
            required=False,
            widget=AutocompleteSelect(ReplyRequest._meta.get_field("answer"), self.admin_site),
        )
        return form

    def get_fieldsets(self, request, obj=None):
        return [(None, {"fields": self.get_readonly_fields(request, obj) or ASKED})]

    def get_readonly_fields(self, request, obj=None):
        return FIXED if obj and self._is_fixed(request, obj) else []

    def _is_fixed(self, request, obj) -> bool:
        """What is closed is not changed. A form that was opened before keeps what was typed, and says so."""
        return request.POST.get("step") in BARE_STEPS if request.method == "POST" else not obj.is_open

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "article":
            kwargs["queryset"] = Article.objects.on_desk_of(request.user)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def save_model(self, request, obj, form, change):
        if not change:
            replies.receive(obj, by=request.user)
        elif form.step not in BARE_STEPS:
            obj.chosen = form.cleaned_data["linked"]
            if changed := [name for name in form.changed_data if name != "linked"]:
                replies.change(obj, changed, seen=form.seen_at, by=request.user)

    def response_add(self, request, obj, post_url_continue=None):
        told = _("The request is in the register. {sentence}").format(sentence=reply_words.sentence(obj))
        messages.success(request, told)
        return redirect("admin:articles_replyrequest_change", obj.pk)

    def response_change(self, request, obj):
        """An article that was chosen is linked whatever was pressed to save it."""
        take = STEPS.get(request.POST.get("step")) or (_link if obj.chosen else None)
        if take is None:
            messages.success(request, _("Saved. {sentence}").format(sentence=reply_words.sentence(obj)))
            return redirect("admin:articles_replyrequest_change", obj.pk)
        try:
            place, told = take(request, obj)
        except replies.ReplyError as error:
            place, told = _form_of(obj), ""
            messages.error(request, str(error))
        if told:
            messages.success(request, told)
        return redirect(*place)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):  # noqa: FBT002, PLR0917
        if obj:
            context |= {
                "sentence": reply_words.sentence(obj),
                "state": obj.state,
                "is_late": obj.is_open and obj.deadline_at <= timezone.now(),
                "answer_state": state.sentence(obj.answer) if obj.answer else "",
            }
        may_write = rights.may_write(request.user)
        return super().render_change_form(request, context | {"may_write": may_write}, add, change, form_url, obj)

    @admin.display(description=gettext_lazy("article"), ordering="article__working_title")
    def headline(self, row):
        return str(row.article)

    @admin.display(description=gettext_lazy("in charge"))
    def keeper(self, row):
        return str(row.handled_by or "")

    @admin.display(description=gettext_lazy("received"), ordering="received_at")
    def received(self, row):
        return near_words(row.received_at)

    @admin.display(description=gettext_lazy("end"), ordering="deadline_at")
    def ends(self, row):
        words = reply_words.short(row)
        is_late = row.is_open and row.deadline_at <= timezone.now()
        return format_html('<span class="state-late">{}</span>', words) if is_late else words

    @admin.display(description=gettext_lazy("state"))
    def standing(self, row):
        return format_html('<span class="register-state is-{}">{}</span>', row.state, State(row.state).label)


def _form_of(row):
    return "admin:articles_replyrequest_change", row.pk


def _write(request, row):
    article = replies.start_answer(row, by=request.user)
    told = _("The answer is begun as a draft: check it, then publish it. Contributions to it are closed.")
    return ("admin:articles_article_change", article.pk), told


def _link(request, row):
    replies.link(row, row.chosen, by=request.user)
    return _form_of(row), _("This article is the answer now. Contributions to it are closed.")


def _unlink(request, row):
    replies.unlink(row, by=request.user)
    return _form_of(row), _("The article is no longer tied to this request, which is open again.")


def _refuse(request, row):
    replies.refuse(row, why=row.refusal, by=request.user)
    return _form_of(row), _("The request is refused. Tell them why: the law asks for it.")


def _reopen(request, row):
    replies.reopen(row, by=request.user)
    return _form_of(row), _("The request is open again.")


STEPS = {"write": _write, "link": _link, "unlink": _unlink, "refuse": _refuse, "reopen": _reopen}
