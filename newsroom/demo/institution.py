"""A library that buys seats by the month: who looks after them, who has one, an invitation that waits. The same every
time."""

import datetime as dt

from subscriptions import granting, seats
from subscriptions.models import Institution

NAME = "Bibliothèque du Débarcadère"
BOUGHT = 12
MANAGER = "enseignante"
# Keys of the accounts of those who have taken their seat.
SEATED = ["usager", "etudiante"]
INVITED = "lectrice.assidue@example.org"
BEGAN = dt.timedelta(days=9)


def open_library(users, plan, now):
    """``users`` by key. A month of seats that began nine days ago."""
    note = "Facture à la mairie, chaque mois."
    library = Institution.objects.create(name=NAME, seats_bought=BOUGHT, seats_given=BOUGHT, note=note)
    library.managers.add(users[MANAGER])
    granting.extend({"institution": library}, plan, at=now - BEGAN, given_by=users["abonnements"])
    for key in SEATED:
        seats.take(seats.invite(library, users[key].email, by=users[MANAGER]), user=users[key])
    seats.invite(library, INVITED, by=users[MANAGER])
