"""The picture library in the back office. Saving and deleting go through ``library``."""

from pathlib import PurePath

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.forms import Script
from django.http import FileResponse, Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_safe

from pictures import library, renditions
from pictures.forms import PictureForm
from pictures.models import Picture
from web.desk import DeskAdmin, Phrases

CONTENT_TYPES = {".jpg": "image/jpeg", ".png": "image/png", ".webp": "image/webp", ".avif": "image/avif"}


def lacks_alternative(picture) -> bool:
    return not (picture.alt or picture.is_decorative)


def lacks(picture) -> list[str]:
    """What an editor should still write."""
    missing = {
        _("no alternative text"): lacks_alternative(picture),
        _("no credit"): not picture.credit,
    }
    return [words for words, is_missing in missing.items() if is_missing]


class LacksFilter(admin.SimpleListFilter):
    title = _("what is missing")
    parameter_name = "lacks"
    conditions = {"alt": Q(alt="", is_decorative=False), "credit": Q(credit="")}

    def lookups(self, request, model_admin):
        return [("alt", _("No alternative text")), ("credit", _("No credit"))]

    def queryset(self, request, queryset):
        condition = self.conditions.get(self.value())
        return queryset.filter(condition) if condition else queryset


@admin.register(Picture)
class PictureAdmin(DeskAdmin):
    phrases = Phrases(
        plural=_("Pictures"),
        add=_("Add a picture"),
        counted=ngettext_lazy("%(count)d picture", "%(count)d pictures", "count"),
        empty=_("No picture here."),
        search=_("Words of the caption, the alternative text or the credit"),
    )
    help_texts = {
        "caption": _("Who, where, when: what readers cannot see for themselves."),
        "copyright": _("As the contract demands it. It is written into the files that readers get."),
    }
    form = PictureForm
    list_display = ["thumbnail", "name", "credit", "lacking", "added_at"]
    list_display_links = ["thumbnail", "name"]
    list_filter = [LacksFilter]
    list_per_page = 50
    show_full_result_count = False
    search_fields = ["caption", "alt", "credit", "copyright"]
    readonly_fields = ["focal_point", "original_file", "added_at", "added_by"]

    class Media:
        css = {"all": ["css/focal-point.css", "css/picture-admin.css"]}
        js = [Script("js/focal-point.js", type="module")]

    def get_fieldsets(self, request, obj=None):
        """A new picture has no original to download, and nothing on record."""
        file = ["original", *(["original_file"] if obj else []), "focal_point", ("focal_x", "focal_y")]
        return [
            (None, {"fields": file}),
            (_("What readers see"), {"fields": ["alt", "is_decorative", "caption", "credit", "copyright"]}),
            *([(_("Record"), {"fields": ["added_at", "added_by"]})] if obj else []),
        ]

    @admin.display(description=_("picture"))
    def thumbnail(self, picture):
        url = renditions.thumbnail_url(picture)
        shown = '<img class="picture-thumbnail" src="{}" alt="{}" loading="lazy">'
        return format_html(shown, url, picture) if url else "–"

    @admin.display(description=_("caption"), ordering="caption")
    def name(self, picture):
        return str(picture)

    @admin.display(description=_("missing"))
    def lacking(self, picture):
        return format_html_join(", ", '<span class="picture-lacks">{}</span>', ((words,) for words in lacks(picture)))

    @admin.display(description=_("Focal point"))
    def focal_point(self, picture):
        entries = picture.renditions.get("jpeg") or [{}]
        size = {side: str(entries[0].get(side, "")) for side in ("width", "height")}
        return render_to_string("pictures/_focal_point.html", {"url": renditions.thumbnail_url(picture), **size})

    @admin.display(description=_("Original"))
    def original_file(self, picture):
        if picture.pk is None:
            return "–"
        url = reverse("admin:pictures_picture_original", args=[picture.pk])
        text = _("Download ({width} × {height} pixels)").format(width=picture.width, height=picture.height)
        return format_html('<a href="{}" download>{}</a>', url, text)

    def get_urls(self):
        original = path(
            "<int:pk>/original/",
            self.admin_site.admin_view(self.original_view),
            name="pictures_picture_original",
        )
        return [original, *super().get_urls()]

    @method_decorator(require_safe)
    def original_view(self, request, pk):
        """The file as it was sent, with all that its camera wrote into it, for those who keep the library.

        To be saved, and never to be shown by the browser on this site.
        """
        picture = get_object_or_404(Picture, pk=pk)
        if not self.has_change_permission(request, picture):
            raise PermissionDenied
        ending = PurePath(picture.original.name).suffix
        try:
            file = picture.original.open()
        except FileNotFoundError as error:
            raise Http404 from error
        response = FileResponse(
            file,
            as_attachment=True,
            filename=f"picture-{picture.pk}{ending}",
            content_type=CONTENT_TYPES.get(ending, "application/octet-stream"),
        )
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
        return response

    @method_decorator(csrf_protect)
    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """Without the stock transaction, which would hold the database while a picture is decoded."""
        try:
            return self._changeform_view(request, object_id, form_url, extra_context)
        except library.PictureChangedError as error:
            self.message_user(request, str(error), messages.ERROR)
            return HttpResponseRedirect(request.get_full_path())

    def save_model(self, request, obj, form, change):
        library.save(obj, by=request.user)
        if lacks_alternative(obj):
            text = _("This picture has no alternative text: write what it shows, or mark it as decorative.")
            self.message_user(request, text, messages.WARNING)

    def delete_model(self, request, obj):
        library.remove(obj)

    def delete_queryset(self, request, queryset):
        for picture in queryset:
            library.remove(picture)
