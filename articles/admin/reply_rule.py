"""The rules that say how long the newspaper has to publish an answer."""

from django.contrib import admin, messages
from django.db import transaction
from django.utils.translation import gettext, ngettext, ngettext_lazy
from django.utils.translation import gettext_lazy as _

from articles import replies
from articles.models import ReplyRule
from articles.models.reply_rule import count_words
from articles.reply_forms import ReplyRuleForm
from web.desk import DeskAdmin, Phrases


@admin.register(ReplyRule)
class ReplyRuleAdmin(DeskAdmin):
    phrases = Phrases(
        plural=_("Times allowed for an answer"),
        add=_("Add a rule"),
        counted=ngettext_lazy("%(count)d rule", "%(count)d rules", "count"),
        empty=_("No rule yet: without one no request can be entered."),
        search=_("Name or country"),
    )
    form = ReplyRuleForm
    list_display = ["name", "country", "allowed", "choice"]
    search_fields = ["name", "country"]
    show_full_result_count = False
    actions = None
    fieldsets = [
        (None, {"fields": ["name", "country", ("amount", "unit"), "is_default"]}),
        (_("Working time"), {"fields": [("opens_at", "closes_at"), "weekdays", "holidays"]}),
        (_("The law"), {"fields": ["note"]}),
    ]

    class Media:
        css = {"all": ["css/admin/register.css"]}

    @admin.display(description=_("time allowed"), ordering="amount")
    def allowed(self, rule):
        return count_words(rule)

    @admin.display(description=_("choice"), ordering="is_default")
    def choice(self, rule):
        return gettext("Proposed first") if rule.is_default else ""

    @transaction.atomic
    def save_model(self, request, obj, form, change):
        """One rule is proposed first; the ends of open requests follow their rule."""
        if obj.is_default:
            ReplyRule.objects.exclude(pk=obj.pk).filter(is_default=True).update(is_default=False)
        super().save_model(request, obj, form, change)
        if change and (moved := replies.compute_again(obj)):
            told = ngettext(
                "The end of %(count)d open request was computed again.",
                "The ends of %(count)d open requests were computed again.",
                moved,
            )
            messages.info(request, told % {"count": moved})

    def in_the_way(self, request, row):
        count = row.requests.count()
        if not count:
            return []
        told = ngettext(
            "%(count)d request of the register follows this rule, so it stays.",
            "%(count)d requests of the register follow this rule, so it stays.",
            count,
        )
        return [told % {"count": count}]
