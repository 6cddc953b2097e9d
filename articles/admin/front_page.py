"""The screen « La une »: what stands where by hand, what fills up by itself, and the editions before."""

import re
from dataclasses import dataclass, field
from functools import wraps

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count
from django.http import Http404, JsonResponse
from django.shortcuts import redirect, render
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from articles import front_page_desk, picks, rights, state
from articles.dates import instant_words, zone_words
from articles.fields import LARGEST_ID
from articles.front_page import compose, top_section
from articles.front_page_forms import PREFIX, LayoutForm, SlotFormSet, spots
from articles.models import Article, FrontPage, FrontPageSlot, Newspaper, Section

from .suggestions import search

A_PAGE = 20


def for_layout(view):
    """Only those who may make the front page by hand."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        if not rights.may_lay_out(request.user):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return never_cache(guarded)


@admin.register(FrontPage)
class FrontPageAdmin(admin.ModelAdmin):
    """Registered for its entry and its addresses; every view is its own."""

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return rights.may_lay_out(request.user)

    has_view_permission = has_change_permission

    def has_delete_permission(self, request, obj=None):
        return False

    def get_urls(self):
        routes = [
            ("", desk, "changelist"),
            ("preview/", preview, "preview"),
            ("suggest/", suggest, "suggest"),
            ("history/", history, "history"),
            ("<int:number>/preview/", preview_edition, "edition"),
            ("<int:number>/take-back/", take_back, "take_back"),
        ]
        return [
            path(route, self.admin_site.admin_view(view), {"site": self.admin_site}, name=f"articles_frontpage_{name}")
            for route, view, name in routes
        ]


@dataclass
class Desk:
    """One opening of the screen: the edition in force, and the form upon it."""

    site: object
    request: object
    data: dict | None = None
    edition: FrontPage | None = field(default_factory=front_page_desk.newest)

    def __post_init__(self):
        self.sections = {section.pk: section for section in Section.objects.all()}
        self.spots = spots([section for section in self.sections.values() if section.parent_id is None])
        base = {"base": self.edition.number if self.edition else 0}
        self.layout = LayoutForm(self.data, spots=self.spots, initial=base)
        self.slots = front_page_desk.copies(self.edition)
        initial = [self._initial(slot) for slot in self.slots]
        self.formset = SlotFormSet(
            self.data, prefix=PREFIX, form_kwargs={"spots": self.spots}, initial=initial if self.data is None else None
        )

    def _initial(self, slot):
        section = top_section(slot.section_id, self.sections)
        return {
            "article": slot.article_id,
            "place": f"section-{section.pk}" if section else slot.place,
            "position": slot.position,
            "headline": slot.headline,
            "pinned_until": slot.pinned_until,
        }

    def is_valid(self):
        return self.layout.is_valid() & self.formset.is_valid()


@for_layout
@require_http_methods(["GET", "HEAD", "POST"])
def desk(request, site):
    if request.method != "POST":
        return _page(Desk(site, request))
    step = request.POST.get("step", "")
    if request.POST.get("keep"):
        return _page(Desk(site, request, _with_one_more(request)))
    if step != "save":
        return _page(Desk(site, request, request.POST), found=_found(request) if step == "find" else None)
    return _save(Desk(site, request, request.POST))


def _save(desk):
    if not desk.is_valid():
        return _invalid(desk)
    base = desk.layout.cleaned_data["base"]
    try:
        front_page_desk.save(desk.formset.slots(), base=base, by=desk.request.user)
    except front_page_desk.Conflict as conflict:
        data = desk.data.copy()
        data["base"] = conflict.newest.number if conflict.newest else 0
        return _page(Desk(desk.site, desk.request, data), status=409, conflict=conflict.newest)
    except front_page_desk.FrontPageError as error:
        messages.error(desk.request, str(error))
        return _page(desk, status=422)
    messages.success(desk.request, _("The front page is saved: readers see it now."))
    return redirect("admin:articles_frontpage_changelist")


def _invalid(desk):
    messages.error(
        desk.request, _("Nothing was saved yet: correct what is marked below. Your choices are still here.")
    )
    return _page(desk, status=422)


@for_layout
@require_POST
def preview(request, site):
    """The page as readers would get it now if this were saved; nothing is kept of it."""
    desk = Desk(site, request, request.POST)
    return _public(request, desk.formset.slots()) if desk.is_valid() else _invalid(desk)


@for_layout
@require_safe
def preview_edition(request, site, number):
    return _public(request, front_page_desk.copies(_edition(number)), number)


@for_layout
@require_POST
def take_back(request, site, number):
    edition, base = _edition(number), request.POST.get("base", "")
    try:
        front_page_desk.take_back(edition, base=_number(base), by=request.user)
    except front_page_desk.FrontPageError:
        messages.error(
            request,
            _("Nothing was changed: somebody saved the front page meanwhile. Look at theirs, then choose again."),
        )
        return redirect("admin:articles_frontpage_history")
    done = _("The front page of {instant} is back: readers see it now.")
    messages.success(request, done.format(instant=instant_words(edition.saved_at)))
    return redirect("admin:articles_frontpage_changelist")


@for_layout
@require_safe
def history(request, site):
    """Newest first, a page at a time from ``?before=number``."""
    editions = (
        FrontPage.objects.select_related("saved_by", "taken_from").annotate(by_hand=Count("slots")).order_by("-number")
    )
    before = request.GET.get("before", "")
    if before.isdecimal() and len(before) < 10:
        editions = editions.filter(number__lt=int(before))
    rows = list(editions[: A_PAGE + 1])
    newest = front_page_desk.newest()
    context = {
        **site.each_context(request),
        "title": _("Earlier front pages"),
        "editions": rows[:A_PAGE],
        "older": rows[A_PAGE - 1].number if len(rows) > A_PAGE else None,
        "newest": newest.number if newest else 0,
        "zone": zone_words(Newspaper.current().place),
    }
    return TemplateResponse(request, "admin/articles/frontpage/history.html", context)


@for_layout
@require_safe
def suggest(request, site):
    return JsonResponse({"results": _found(request)})


def _edition(number) -> FrontPage:
    edition = FrontPage.objects.filter(number=number).first() if number < 2**31 else None
    if edition is None:
        raise Http404
    return edition


def _public(request, slots, number=None):
    page = compose(slots=slots)
    response = render(request, "articles/front_page_preview.html", {**vars(page), "number": number})
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response


def _found(request) -> list[dict]:
    """Articles that readers see or will see, for the search."""
    viewer, values = request.user, request.POST if request.method == "POST" else request.GET
    live = Article.objects.published() | Article.objects.in_state("scheduled")
    if not viewer.has_perm("articles.view_article"):
        live = Article.objects.published()
    return _picks(search(live.newest_first(), ("kicker", "headline"), values.get("q", "")), viewer)


def _picks(ids, viewer) -> list[dict]:
    """What the screen shows of articles: headline, and in words whether and when readers see them."""
    rows = Article.objects.visible_to(viewer).select_related("section").in_bulk(ids)
    return [_pick(rows[id_], viewer) for id_ in ids if id_ in rows]


def _pick(article, viewer):
    words, name = [state.label(article)], state.name(article)
    if article.goes_live_at and name in {"scheduled", "published"}:
        words.append(instant_words(article.goes_live_at))
    if article.section:
        words.append(article.section.name)
    return {
        "id": article.pk,
        # What readers see or will see, whatever a working copy says.
        "label": article.title or picks.title(article, viewer),
        "detail": " · ".join(words),
        "state": name,
    }


def _with_one_more(request):
    """What was sent with a row more: ``keep`` is « place:article », or « :article » for the place of the search."""
    sent = request.POST
    place, _colon, article = sent["keep"].rpartition(":")
    total = sent.get(f"{PREFIX}-TOTAL_FORMS", "")
    if not (article.isdecimal() and total.isdecimal()):
        return sent
    data, index, place = sent.copy(), int(total[:4]), place or sent.get("into", "")
    if place == FrontPageSlot.Place.LEAD:
        _replace_lead(request, data, _number(article))
    data[f"{PREFIX}-TOTAL_FORMS"] = index + 1
    row = {"article": article, "place": place, "position": 999}
    for name, value in row.items():
        data[f"{PREFIX}-{index}-{name}"] = value
    return data


def _replace_lead(request, data, pk):
    """Takes the lead that readers see out of what was sent, and says so; a scheduled one waits beside it."""
    rows = {
        name.removesuffix("-place"): _number(data.get(f"{name.removesuffix('place')}article"))
        for name, value in data.items()
        if re.fullmatch(rf"{PREFIX}-\d+-place", name) and value == FrontPageSlot.Place.LEAD
    }
    public = Article.objects.published().in_bulk([pk, *rows.values()])
    for row, former in rows.items():
        if pk not in public or former not in public or former == pk or data.get(f"{row}-DELETE"):
            continue
        for name in [name for name in data if name.startswith(f"{row}-")]:
            del data[name]
        words = _("“{title}” replaces “{former}”: {place}").format(
            title=public[pk].title, former=public[former].title, place=FrontPageSlot.Place.LEAD.label
        )
        messages.info(request, words)


def _say_where(desk, found):
    """Beside what the search found, the place where it stands already."""
    label = {spot.key: spot.label for spot in desk.spots}
    stands = {_number(form["article"].value()): form["place"].value() for form in desk.formset.forms}
    for item in found or []:
        if item["id"] in stands:
            item["placed"] = _("Already placed: {places}").format(places=label.get(stands[item["id"]], ""))


def _plan(desk):
    """Each place with its rows of the form, and in grey what stands behind them by itself."""
    forms = sorted(desk.formset.forms, key=lambda form: _number(form["position"].value()))
    forms = [form for form in forms if form["article"].value()]
    ids = {_number(form["article"].value()) for form in forms}
    known = {pick["id"]: pick for pick in _picks(list(ids), desk.request.user)}
    page = compose(slots=desk.formset.slots() if desk.data is not None and desk.is_valid() else desk.slots)
    lead = [page.lead] if page.lead else []
    placed = {"lead": lead, "secondary": page.secondary, "featured": page.featured}
    placed |= {f"section-{block.section.pk}": block.placed for block in page.blocks}
    rows = {spot.key: [] for spot in desk.spots}
    for form in forms:
        form.pick = known.get(_number(form["article"].value()))
        rows.get(form["place"].value(), rows["lead"]).append(form)
    return [
        {
            "spot": spot,
            "forms": rows[spot.key],
            "fills": [
                {"id": one.article.pk, "label": one.article.title, "at": one.article.published_at}
                for one in placed.get(spot.key, [])
                if not one.is_by_hand and one.article.pk not in ids
            ],
        }
        for spot in desk.spots
    ]


def _number(value) -> int:
    number = int(value) if str(value).isdecimal() and len(str(value)) < 20 else 0
    return number if number <= LARGEST_ID else 0


def _page(desk, *, status=200, conflict=None, found=None):
    _say_where(desk, found)
    context = {
        **desk.site.each_context(desk.request),
        "title": _("Front page"),
        "opts": FrontPage._meta,
        "edition": desk.edition,
        "layout": desk.layout,
        "formset": desk.formset,
        "plan": _plan(desk),
        "found": found,
        "zone": zone_words(Newspaper.current().place),
        "conflict": conflict,
    }
    return TemplateResponse(desk.request, "admin/articles/frontpage/desk.html", context, status=status)
