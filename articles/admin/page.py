"""The list of static pages, their form, the usual ones at once, and what a draft will look like."""

import copy

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, ngettext_lazy, pgettext
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_POST, require_safe

from articles.dates import near_words
from articles.models import Page
from articles.page_form import PageForm
from articles.picks import Shelf
from articles.rendering import render_body
from articles.usual_pages import make_usual_pages
from articles.views.page import page_context
from web.desk import DeskAdmin, Phrases


@admin.register(Page)
class PageAdmin(DeskAdmin):
    phrases = Phrases(
        plural=gettext_lazy("Pages"),
        add=gettext_lazy("Write a page"),
        counted=ngettext_lazy("%(count)d page", "%(count)d pages", "count"),
        empty=gettext_lazy("No page yet: begin with the usual ones."),
        search=gettext_lazy("Title of the page"),
    )
    form = PageForm
    list_display = ["title", "address", "purpose", "state", "changed", "changed_by"]
    list_select_related = ["changed_by"]
    list_filter = ["is_published"]
    search_fields = ["title"]
    prepopulated_fields = {"slug": ["title"]}
    fields = ["title", "slug", "body", "is_published", "purpose", "seen"]
    change_form_template = "admin/articles/page/change_form.html"
    change_list_template = "admin/articles/page/change_list.html"
    actions = None

    class Media:
        css = {"all": ["css/admin/page-form.css"]}

    @admin.display(description=gettext_lazy("address"), ordering="slug")
    def address(self, page):
        return page.get_absolute_url()

    @admin.display(description=gettext_lazy("state"), ordering="is_published")
    def state(self, page):
        """In words, which a sign alone would not say to everybody."""
        return pgettext("page", "Published") if page.is_published else _("Draft")

    @admin.display(description=gettext_lazy("changed"), ordering="changed_at")
    def changed(self, page):
        return near_words(page.changed_at)

    def view_on_site(self, page):
        """What readers see, or of a draft what they would."""
        return page.get_absolute_url() if page.is_published else reverse("admin:articles_page_preview", args=[page.pk])

    def get_form(self, request, obj=None, change=False, **kwargs):  # noqa: FBT002 - Django's signature
        """The class is made for this request, yet the declared field is shared: its copy names the person's boxes."""
        form = super().get_form(request, obj, change, **kwargs)
        if "body" in form.base_fields:
            form.base_fields["body"] = copy.deepcopy(form.base_fields["body"])
            form.base_fields["body"].widget.shelf = Shelf(request.user)
        return form

    def save_model(self, request, obj, form, change):
        obj.changed_at, obj.changed_by = timezone.now(), request.user
        super().save_model(request, obj, form, change)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):  # noqa: FBT002, PLR0917
        form = context["adminform"].form
        if getattr(form, "theirs", None):
            shown = {"title": form.theirs["title"], "body": render_body(form.theirs["body"]).html}
            context["meanwhile"] = shown | {"comparison": form.comparison()}
        return super().render_change_form(request, context, add, change, form_url, obj)

    def get_urls(self):
        wrap = self.admin_site.admin_view
        own = [
            path("usual/", wrap(self.usual_view), name="articles_page_usual"),
            path("<int:pk>/preview/", wrap(self.preview_view), name="articles_page_preview"),
        ]
        return own + super().get_urls()

    def changelist_view(self, request, extra_context=None):
        return super().changelist_view(
            request, {"may_add_pages": self.has_add_permission(request)} | (extra_context or {})
        )

    @method_decorator([require_POST, csrf_protect])
    def usual_view(self, request):
        """Makes those of the usual pages that there are not, as drafts."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        made = make_usual_pages(by=request.user)
        if made:
            sentence = ngettext(
                "%(number)d page was made as a draft: complete it, then publish it.",
                "%(number)d pages were made as drafts: complete them, then publish them.",
                len(made),
            )
            messages.success(request, sentence % {"number": len(made)})
        else:
            messages.info(request, _("All usual pages are there already; nothing was changed."))
        return redirect("admin:articles_page_changelist")

    @method_decorator([require_safe, never_cache])
    def preview_view(self, request, pk):
        page = self.get_object(request, str(pk))
        if page is None:
            raise Http404
        if not self.has_view_permission(request, page):
            raise PermissionDenied
        return render(request, "articles/page.html", page_context(page))
