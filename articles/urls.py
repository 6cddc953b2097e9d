"""Addresses of the newspaper. A day in an address is that of first publication in the site's zone."""

from django.urls import path

from . import converters  # noqa: F401  (registers yyyy, mm and dd)
from .views.article import article
from .views.corrections import corrections
from .views.front_page import front_page
from .views.listings import author, day, month, section, tag, year
from .views.offers import my_offer, offer_article, offered_article, open_offered, withdraw_offer
from .views.page import page
from .views.rest import article_rest, read_free
from .views.search import search
from .views.shared_preview import (
    shared_preview,
    shared_preview_opened,
    shared_preview_remark,
    shared_preview_thanks,
)

urlpatterns = [
    path("", front_page, name="front_page"),
    path("recherche/", search, name="search"),
    path("corrections/", corrections, name="corrections"),
    path("rubrique/<slug:slug>/", section, name="section"),
    path("mot-cle/<str:slug>/", tag, name="tag"),
    path("auteur/<slug:slug>/", author, name="author"),
    path("page/<slug:slug>/", page, name="page"),
    path("apercu/<str:token>/", shared_preview, name="shared_preview"),
    path("apercu/<str:token>/ouvert/", shared_preview_opened, name="shared_preview_opened"),
    path("apercu/<str:token>/remarque/", shared_preview_remark, name="shared_preview_remark"),
    path("apercu/<str:token>/merci/", shared_preview_thanks, name="shared_preview_thanks"),
    path("<yyyy:year>/", year, name="year"),
    path("<yyyy:year>/<mm:month>/", month, name="month"),
    path("<yyyy:year>/<mm:month>/<dd:day>/", day, name="day"),
    path("<yyyy:year>/<mm:month>/<dd:day>/<slug:slug>/", article, name="article"),
    path("<yyyy:year>/<mm:month>/<dd:day>/<slug:slug>/suite/", article_rest, name="article_rest"),
    path("<yyyy:year>/<mm:month>/<dd:day>/<slug:slug>/suite/lire/", read_free, name="read_free"),
    path("<yyyy:year>/<mm:month>/<dd:day>/<slug:slug>/offrir/", offer_article, name="offer_article"),
    path("<yyyy:year>/<mm:month>/<dd:day>/<slug:slug>/offert/<str:token>/", offered_article, name="offered_article"),
    path("<yyyy:year>/<mm:month>/<dd:day>/<slug:slug>/offert/<str:token>/lire/", open_offered, name="open_offered"),
    path("compte/offert/<int:pk>/", my_offer, name="my_offer"),
    path("compte/offert/<int:pk>/retirer/", withdraw_offer, name="withdraw_offer"),
]
