"""The room of an article, under its address, and what the account has of it."""

from django.urls import path

from articles import converters  # noqa: F401  (registers yyyy, mm and dd)

from . import converters as own_converters  # noqa: F401  (registers contribution)
from .mail_views import choose_contribution_mail, contribution_mail, stop_contribution_mail
from .own import my_contributions
from .views import ignored, news, own_words, room, taking_part, thread

ROOM = "<yyyy:year>/<mm:month>/<dd:day>/<slug:slug>/contributions/"
ONE = f"{ROOM}<contribution:pk>/"

urlpatterns = [
    path("compte/contributions/", my_contributions, name="my_contributions"),
    path("compte/contributions/courriel/", contribution_mail, name="contribution_mail"),
    path("compte/contributions/courriel/choisir/", choose_contribution_mail, name="choose_contribution_mail"),
    path("contributions/courriel/<str:token>/", stop_contribution_mail, name="stop_contribution_mail"),
    path("compte/contributions/ignores/", ignored.ignored_people, name="ignored_people"),
    path("compte/contributions/ignores/<contribution:pk>/relire/", ignored.read_again, name="read_again"),
    path(ROOM, room.contributions, name="contributions"),
    path(f"{ROOM}publier/", room.post_contribution, name="post_contribution"),
    path(f"{ROOM}nouvelles/", news.new_contributions, name="new_contributions"),
    path(ONE, room.contribution, name="contribution"),
    path(f"{ONE}fil/", thread.contribution_thread, name="contribution_thread"),
    path(f"{ONE}apprecier/", taking_part.appreciate, name="appreciate"),
    path(f"{ONE}ne-plus-apprecier/", taking_part.take_back_appreciation, name="take_back_appreciation"),
    path(f"{ONE}signaler/", taking_part.report_contribution, name="report_contribution"),
    path(f"{ONE}signaler/envoyer/", taking_part.send_report, name="send_report"),
    path(f"{ONE}ignorer/", taking_part.ignore_author, name="ignore_author"),
    path(f"{ONE}ne-plus-ignorer/", taking_part.stop_ignoring_author, name="stop_ignoring_author"),
    path(f"{ONE}modifier/", own_words.edit_contribution, name="edit_contribution"),
    path(f"{ONE}modifier/enregistrer/", own_words.save_contribution, name="save_contribution"),
    path(f"{ONE}supprimer/", own_words.delete_contribution, name="delete_contribution"),
    path(f"{ONE}supprimer/confirmer/", own_words.confirm_deletion, name="confirm_deletion"),
]
