"""The room's rules and words in the back office: for the site, for a section, for an article."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import F, Q
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.html import format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext_lazy
from django.views.decorators.csrf import csrf_protect

from articles.models import Article, Section
from comments.models import RuleSet, WordList
from comments.room_rules import held_by, held_by_each
from comments.rule_forms import RuleForm, WordForm
from comments.rule_words import in_sentences
from web.desk import DeskAdmin, Phrases

CSS = {"all": ["css/admin/room-rules.css"]}


@admin.register(RuleSet)
class RuleSetAdmin(DeskAdmin):
    """Whoever may change the rules may also give a section or an article its own, and take them away again."""

    phrases = Phrases(
        plural=gettext_lazy("Rules of the contributions"),
        add=gettext_lazy("Rules for a section"),
        counted=ngettext_lazy("%(count)d set of rules", "%(count)d sets of rules", "count"),
        empty=gettext_lazy("No rules yet."),
        delete=gettext_lazy("Delete the rules of the contributions of “{row}”?"),
    )
    form = RuleForm
    list_display = ["where", "what_holds"]
    list_select_related = ["section", "article"]
    list_per_page = 50
    show_full_result_count = False
    actions = None
    change_form_template = "admin/comments/ruleset/change_form.html"

    class Media:
        css = CSS

    def has_add_permission(self, request):
        return self.has_change_permission(request)

    def has_delete_permission(self, request, obj=None):
        """The site always has rules."""
        return self.has_change_permission(request) and not (obj and obj.section_id is None and obj.article_id is None)

    def get_queryset(self, request):
        """The site, then sections, then the newest articles; none of an article that the person may not see."""
        seen = Q(article=None) | Q(article__in=Article.objects.visible_to(request.user))
        order = (F("article").desc(nulls_first=True), F("section__position").asc(nulls_first=True), "pk")
        return super().get_queryset(request).filter(seen).order_by(*order)

    def get_ordering(self, request):
        return ()

    def get_form(self, request, obj=None, change=False, **kwargs):  # noqa: FBT002 - Django's signature
        return type("RuleForm", (super().get_form(request, obj, change, **kwargs),), {"person": request.user})

    def get_fieldsets(self, request, obj=None):
        aim = [] if obj else [(None, {"fields": ["article" if "article" in request.GET else "section"]})]
        return [
            *aim,
            (_("Who writes, and until when"), {"fields": ["is_closed", "close_after_days"]}),
            (
                _("What waits for a moderator"),
                {"fields": ["moderation", "first_held", "holds_links", ("quiet_from", "quiet_to")]},
            ),
            (_("Too much at once"), {"fields": ["most_by_person", "most_by_address"]}),
        ]

    def get_urls(self):
        return [
            path(f"{name}/<int:key>/", self.admin_site.admin_view(view), name=f"comments_ruleset_of_{name}")
            for name, view in {"section": self.of_section, "article": self.of_article}.items()
        ] + super().get_urls()

    def of_section(self, request, key):
        return self._of(request, "section", key)

    def of_article(self, request, key):
        return self._of(request, "article", key)

    def _of(self, request, scope, key):
        """The rules of a section or an article that the person sees, or the empty form for them."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        aims = Section.objects.all() if scope == "section" else Article.objects.visible_to(request.user)
        aim = get_object_or_404(aims, pk=key)
        row = RuleSet.objects.filter(**{scope: aim}).first()
        if row:
            return redirect("admin:comments_ruleset_change", row.pk)
        return redirect(reverse("admin:comments_ruleset_add", query={scope: aim.pk}))

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):  # noqa: FBT002, PLR0917
        # As stored: a form that came back has its answers in ``obj``.
        context["holding"] = in_sentences(held_by(RuleSet.objects.get(pk=obj.pk))) if obj else []
        context["show_save_and_add_another"] = False
        aimed = getattr(context["adminform"].form.instance, "article", None)
        context["aimed_at"] = aimed.title if aimed and not obj else ""
        response = super().render_change_form(request, context, add, change, form_url, obj)
        if context["adminform"].form.is_overtaken:
            response.status_code = 409
        return response

    def count_use(self, request, rows):
        """What holds by each row of the page."""
        held = held_by_each(rows)
        for row in rows:
            row.holding = in_sentences(held[row.pk])

    @admin.display(description=gettext_lazy("for which contributions"))
    def where(self, row):
        if row.article_id:
            return _("Article: {headline}").format(headline=row.article.title)
        return _("Section: {name}").format(name=row.section.name) if row.section_id else _("The whole site")

    @admin.display(description=gettext_lazy("what holds"))
    def what_holds(self, row):
        return format_html_join(mark_safe("<br>"), "{}", ((line,) for line in row.holding))


@admin.register(WordList)
class WordListAdmin(DeskAdmin):
    """One screen; the row has none of its own."""

    phrases = Phrases(plural=gettext_lazy("Words of the contributions"))

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def change_view(self, request, object_id, form_url="", extra_context=None):
        return self._screen(request)

    def delete_view(self, request, object_id, extra_context=None):
        return self._screen(request)

    def history_view(self, request, object_id, extra_context=None):
        return self._screen(request)

    def add_view(self, request, form_url="", extra_context=None):
        return self._screen(request)

    def _screen(self, request):
        if not self.has_change_permission(request):
            raise PermissionDenied
        return redirect("admin:comments_wordlist_changelist")

    @method_decorator(csrf_protect)
    def changelist_view(self, request, extra_context=None):
        if not self.has_change_permission(request):
            raise PermissionDenied
        row = WordList.objects.filter(pk=1).first() or WordList(pk=1)
        if request.method != "POST":
            return self._page(request, WordForm(instance=row, initial={"version": row.version}))
        form = WordForm(request.POST, instance=row)
        if not form.is_valid():
            messages.error(request, _("Nothing was saved yet: correct what is marked below."))
            return self._page(request, form, status=422)
        if "_try" in request.POST:
            return self._page(request, form, found=form.found())
        if not form.save_lists(by=request.user):
            told = _(
                "Somebody else has changed the lists meanwhile. Open them in another window, and add your words there."
            )
            messages.error(request, told)
            return self._page(request, form, status=409)
        messages.success(request, _("The words are saved. They hold from now on."))
        return redirect("admin:comments_wordlist_changelist")

    def _page(self, request, form, *, found=None, status=200):
        context = {
            **self.admin_site.each_context(request),
            "title": _("Words of the contributions"),
            "opts": WordList._meta,
            "phrases": self.phrases,
            "form": form,
            "lists": [form[name] for name in form.Meta.fields],
            "found": found,
        }
        return TemplateResponse(request, "admin/comments/wordlist.html", context, status=status)
