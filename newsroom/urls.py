"""Every address of the site. Public pages are marked in their views; all else is private and never cached."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", admin.site.urls),
    path("compte/", include("accounts.urls")),
    path("", include("subscriptions.urls")),
    path("", include("comments.urls")),
    path("", include("articles.urls")),
]

handler400 = "newsroom.errors.bad_request"
handler403 = "newsroom.errors.forbidden"
handler404 = "newsroom.errors.not_found"
handler429 = "accounts.views.too_many_requests"
handler500 = "newsroom.errors.server_error"
