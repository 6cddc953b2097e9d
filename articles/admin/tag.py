"""Tags: how many articles carry each, and the screen that merges those that mean the same."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, ngettext_lazy
from django.views.decorators.http import require_http_methods

from articles import rights, tag_names
from articles.models import Article, Tag, TagAlias, TaggedArticle
from articles.tag_merging import MergeError, merge
from web.desk import Phrases
from web.sorting import Alphabetical
from web.stems import folded

from .usage import UsedAdmin, counts, in_words

MOST_TAGS = 20
SHOWN = 6


class TagForm(forms.ModelForm):
    class Meta:
        model = Tag
        fields = ["name", "slug"]
        labels = {"slug": gettext_lazy("Address")}
        error_messages = {
            "name": {"unique": gettext_lazy("This tag is there already.")},
            "slug": {"unique": gettext_lazy("Another tag has this address.")},
        }

    def clean_name(self):
        """One spelling of apostrophes, as in texts; capitals and accents make no tag of its own."""
        name = self.cleaned_data["name"].replace("'", "’")
        same = tag_names.find(name)
        if same and same.pk != self.instance.pk and folded(same.name) == folded(name):
            raise forms.ValidationError(_("The tag “{name}” is there already.").format(name=same.name))
        return name

    def clean(self):
        """A name that was merged stays with its tag, or the links to it would lead nowhere."""
        cleaned = super().clean()
        former = TagAlias.objects.select_related("tag").exclude(tag=self.instance.pk)
        for field, lookup in [("name", "name__iexact"), ("slug", "slug")]:
            alias = former.filter(**{lookup: cleaned.get(field) or "/"}).first()
            if alias:
                sentence = _("“{name}” was merged into “{tag}”: use that one.")
                self.add_error("name", sentence.format(name=alias.name, tag=alias.tag))
                break
        return cleaned


@admin.register(Tag)
class TagAdmin(UsedAdmin):
    form = TagForm
    phrases = Phrases(
        plural=gettext_lazy("Tags"),
        add=gettext_lazy("Add a tag"),
        counted=ngettext_lazy("%(count)d tag", "%(count)d tags", "count"),
        empty=gettext_lazy("No tag here: they come with the articles."),
        search=gettext_lazy("Name of the tag"),
    )
    relation, filter_name, filter_value = "tagged__tag", "tag", "slug"
    list_display = ["name", "articles", "address"]
    ordering = [Alphabetical("name")]
    list_per_page = 100
    show_full_result_count = False
    search_fields = ["name"]
    fields = ["name", "slug"]
    prepopulated_fields = {"slug": ["name"]}
    actions = ["merge_selected"]
    help_texts = {
        "name": gettext_lazy(
            "What the story is about: a person, a place, a subject. Written as in a text: “Port of Dakar”."
        ),
        "slug": gettext_lazy("The last part of the address of the tag’s page. The one before keeps leading here."),
    }

    def get_urls(self):
        own = path("merge/", self.admin_site.admin_view(self.merge_view), name="articles_tag_merge")
        return [own, *super().get_urls()]

    @admin.display(description=gettext_lazy("address"), ordering="slug")
    def address(self, tag):
        return tag.slug

    def get_queryset(self, request):
        return tag_names.known_to(request.user, super().get_queryset(request))

    def has_merge_permission(self, request):
        return rights.may_merge_tags(request.user)

    @admin.action(description=gettext_lazy("Merge the selected tags…"), permissions=["merge"])
    def merge_selected(self, request, queryset):
        keys = list(queryset.values_list("pk", flat=True)[:MOST_TAGS])
        return redirect(reverse("admin:articles_tag_merge", query={"id": keys}))

    def merge_view(self, request):
        return _merge(request, self)

    def save_model(self, request, obj, form, change):
        """A tag that gets another name or address keeps the one before."""
        before = Tag.objects.get(pk=obj.pk) if change else None
        super().save_model(request, obj, form, change)
        if before and (before.name, before.slug) != (obj.name, obj.slug):
            tag_names.remember(obj, name=before.name, slug=before.slug, was_public=tag_names.is_public(obj))

    def in_the_way(self, request, row):
        sentences = []
        if count := TaggedArticle.objects.filter(tag=row).count():
            words = ngettext("%(count)d article carries this tag", "%(count)d articles carry this tag", count)
            sentences.append(_("{count}: merge it with another tag instead.").format(count=words % {"count": count}))
        return sentences


@require_http_methods(["GET", "HEAD", "POST"])
def _merge(request, desk):
    """Shows what the chosen tags become, and on POST makes it so. ``id`` are the tags, ``into`` the one to keep."""
    if not rights.may_merge_tags(request.user):
        raise PermissionDenied
    asked = request.POST if request.method == "POST" else request.GET
    tags = list(
        tag_names.known_to(request.user, Tag.objects.filter(pk__in=_keys(asked))).order_by(Alphabetical("name"))
    )
    used = counts(request.user, "tagged__tag", [tag.pk for tag in tags])
    tags.sort(key=lambda tag: -used.get(tag.pk, 0))
    into = next((tag for tag in tags if str(tag.pk) == asked.get("into")), None)
    problem = ""
    if request.method == "POST":
        try:
            return _merged(request, tags, into)
        except MergeError as error:
            problem = str(error)
    elif words := asked.get("name", "").replace("\x00", "").strip()[:100]:
        added = tag_names.find(words)
        if added and added not in tags:
            return redirect(reverse("admin:articles_tag_merge", query={"id": [added.pk, *(tag.pk for tag in tags)]}))
        problem = "" if added else _("No tag is called “{name}”.").format(name=words)
    return _preview(desk, request, tags, used, into=into, problem=problem)


def _merged(request, tags, into):
    if into is None:
        raise MergeError(_("Choose the tag to keep."))
    others = [tag for tag in tags if tag != into]
    merge(others, into=into, by=request.user)
    names = ", ".join(_("“{tag}”").format(tag=tag) for tag in others)
    carried = in_words(Article.objects.on_desk_of(request.user).filter(tagged__tag=into).distinct().count())
    text = _("Merged into “{kept}”: {names}. “{kept}” now has {count}.")
    messages.success(request, text.format(kept=into, names=names, count=carried))
    return redirect("admin:articles_tag_changelist")


def _preview(desk, request, tags, used, *, into, problem):
    articles = Article.objects.on_desk_of(request.user).filter(tagged__tag__in=tags).distinct()
    context = {
        **desk.admin_site.each_context(request),
        "title": _("Merge tags"),
        "opts": Tag._meta,
        "phrases": desk.phrases,
        "media": desk.media,
        "problem": problem,
        "kept": into or (tags[0] if tags else None),
        "tags": [{"tag": tag, "articles": in_words(used.get(tag.pk, 0))} for tag in tags],
        "may_merge": len(tags) > 1,
        "total": in_words(articles.count()),
        "newest": articles.order_by("-changed_at", "-pk")[:SHOWN],
    }
    return TemplateResponse(request, "admin/articles/tag/merge.html", context, status=422 if problem else 200)


def _keys(asked) -> list[int]:
    sent = asked.getlist("id")[:MOST_TAGS]
    return [int(one) for one in sent if one.isascii() and one.isdecimal() and len(one) < 19]
