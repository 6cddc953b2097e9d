from django.urls import path

from . import views

urlpatterns = [
    path("abonnement/", views.plans, name="plans"),
    path("compte/", views.account, name="account"),
    path("compte/lien/", views.account_link, name="account_link"),
    path("compte/nom/", views.change_name, name="change_name"),
    path("compte/nom-public/", views.choose_public_name, name="choose_public_name"),
    path("compte/langue/", views.change_language, name="change_language"),
]
