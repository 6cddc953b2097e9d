from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_protect

from articles import menus
from articles.menu_forms import MenuFormSet, automatic_items, initial_lines, target_choices
from articles.models import MenuItem


@admin.register(MenuItem)
class MenuAdmin(admin.ModelAdmin):
    """One screen a menu; the lines have no screens of their own."""

    def get_urls(self):
        own = path("<str:menu>/lines/", self.admin_site.admin_view(self.menu_view), name="articles_menuitem_menu")
        return [own, *super().get_urls()]

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        """A section or page takes its lines with it, by whoever may delete it."""
        return self.has_change_permission(request)

    def changelist_view(self, request, extra_context=None):
        return redirect("admin:articles_menuitem_menu", MenuItem.Menu.HEADER.value)

    def change_view(self, request, object_id, form_url="", extra_context=None):
        return self._screen_of(request, object_id)

    def delete_view(self, request, object_id, extra_context=None):
        return self._screen_of(request, object_id)

    def history_view(self, request, object_id, extra_context=None):
        return self._screen_of(request, object_id)

    def _screen_of(self, request, object_id):
        if not self.has_view_permission(request):
            raise PermissionDenied
        line = get_object_or_404(MenuItem, pk=object_id if object_id.isdecimal() and len(object_id) < 19 else None)
        return redirect("admin:articles_menuitem_menu", line.menu)

    @method_decorator(csrf_protect)
    def menu_view(self, request, menu):
        if menu not in MenuItem.Menu.values:
            raise Http404
        if not self.has_view_permission(request):
            raise PermissionDenied
        if request.method == "POST":
            return self._save(request, menu)
        items = MenuItem.objects.filter(menu=menu).order_by("position", "pk")
        is_made = bool(items)
        lines = initial_lines(items if is_made else automatic_items(menu))
        formset = MenuFormSet(initial=lines, form_kwargs={"choices": target_choices()})
        return self._page(request, menu, formset, is_made=is_made)

    def _save(self, request, menu):
        if not self.has_change_permission(request):
            raise PermissionDenied
        formset = MenuFormSet(request.POST, form_kwargs={"choices": target_choices()})
        if not formset.is_valid():
            messages.error(request, _("Nothing was saved yet: correct what is marked below."))
            return self._page(request, menu, formset, status=422)
        try:
            menus.replace(menu, formset.lines(), seen=request.POST.get("seen", ""))
        except menus.MenuChangedError:
            messages.error(
                request,
                _("Somebody else saved this menu meanwhile. Yours is below: save again to replace theirs."),
            )
            return self._page(request, menu, formset, status=409)
        made = _("The menu is saved.")
        empty = _("The menu has no line of its own any more: it fills itself again.")
        messages.success(request, made if formset.lines() else empty)
        return redirect("admin:articles_menuitem_menu", menu)

    def _page(self, request, menu, formset, *, is_made=True, status=200):
        context = {
            **self.admin_site.each_context(request),
            "title": MenuItem.Menu(menu).label,
            "opts": MenuItem._meta,
            "formset": formset,
            "menu_name": menu,
            "choices": MenuItem.Menu.choices,
            "is_made": is_made,
            "seen": menus.shown_state(menu),
            "may_edit": self.has_change_permission(request),
        }
        return TemplateResponse(request, "admin/articles/menuitem/menu.html", context, status=status)
