"""Every address of the site. Public pages are marked in their views; all else is private and never cached."""

from django.contrib import admin
from django.urls import include, path

from . import leaving_views

urlpatterns = [
    path("admin/", admin.site.urls),
    path("compte/", include("accounts.urls")),
    path("compte/donnees/", leaving_views.my_data, name="my_data"),
    path("compte/donnees/telecharger/", leaving_views.download_data, name="download_data"),
    path("compte/supprimer/", leaving_views.leave, name="leave"),
    path("compte/supprimer/confirmer/", leaving_views.delete_account, name="delete_account"),
    path("compte/supprime/", leaving_views.left, name="left"),
    path("", include("subscriptions.urls")),
    path("", include("comments.urls")),
    path("", include("articles.urls")),
]

handler400 = "newsroom.errors.bad_request"
handler403 = "newsroom.errors.forbidden"
handler404 = "newsroom.errors.not_found"
handler429 = "accounts.views.too_many_requests"
handler500 = "newsroom.errors.server_error"
