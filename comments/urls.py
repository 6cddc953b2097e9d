"""The room of an article, under its address."""

from django.urls import path

from articles import converters  # noqa: F401  (registers yyyy, mm and dd)

from .views import contributions, post_contribution

ROOM = "<yyyy:year>/<mm:month>/<dd:day>/<slug:slug>/contributions/"

urlpatterns = [
    path(ROOM, contributions, name="contributions"),
    path(f"{ROOM}publier/", post_contribution, name="post_contribution"),
]
