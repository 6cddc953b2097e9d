"""Addresses of the newspaper. A day in an address is that of first publication in the site's zone."""

from django.urls import path

from . import converters  # noqa: F401  (registers yyyy, mm and dd)
from .views.article import article, article_rest
from .views.front_page import front_page
from .views.listings import author, day, month, section, tag, year
from .views.page import page
from .views.search import search

urlpatterns = [
    path("", front_page, name="front_page"),
    path("recherche/", search, name="search"),
    path("rubrique/<slug:slug>/", section, name="section"),
    path("mot-cle/<str:slug>/", tag, name="tag"),
    path("auteur/<slug:slug>/", author, name="author"),
    path("page/<slug:slug>/", page, name="page"),
    path("<yyyy:year>/", year, name="year"),
    path("<yyyy:year>/<mm:month>/", month, name="month"),
    path("<yyyy:year>/<mm:month>/<dd:day>/", day, name="day"),
    path("<yyyy:year>/<mm:month>/<dd:day>/<slug:slug>/", article, name="article"),
    path("<yyyy:year>/<mm:month>/<dd:day>/<slug:slug>/suite/", article_rest, name="article_rest"),
]
