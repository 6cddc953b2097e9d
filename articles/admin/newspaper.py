from django.contrib import admin
from django.shortcuts import redirect
from django.urls import reverse

from articles.models import Newspaper


@admin.register(Newspaper)
class NewspaperAdmin(admin.ModelAdmin):
    """One row: the list leads straight to it."""

    def has_add_permission(self, request):
        return super().has_add_permission(request) and not Newspaper.objects.exists()

    def has_delete_permission(self, request, obj=None):
        return False

    def changelist_view(self, request, extra_context=None):
        if Newspaper.objects.exists() and self.has_view_permission(request):
            return redirect(reverse("admin:articles_newspaper_change", args=[1]))
        return super().changelist_view(request, extra_context)
