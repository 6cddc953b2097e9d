"""The people of a story, one per role, each made when a test first names them."""

import threading
from functools import cached_property

from django.contrib.auth.models import Group

from tests.factories import make_subscription, make_user


def make_staff(group, **fields):
    """Somebody of the back office with the rights of one group, by its name."""
    user = make_user(is_staff=True, **fields)
    user.groups.add(Group.objects.get(name=group))
    return user


class member(cached_property):  # noqa: N801  (reads as the property that it is)
    """Made once, also when the threads of a race name the person at the same time."""

    lock = threading.RLock()

    def __get__(self, cast, owner=None):
        with self.lock:
            return super().__get__(cast, owner)


class Cast:
    @member
    def reader(self):
        return make_user(email="reader@example.org", name="Awa Reader", public_name="Awa")

    @member
    def subscriber(self):
        user = make_user(email="subscriber@example.org", name="Bakary Subscriber", public_name="Bakary")
        make_subscription(user)
        return user

    @member
    def lapsed(self):
        """A subscription that ended yesterday."""
        user = make_user(email="lapsed@example.org", name="Coumba Lapsed", public_name="Coumba")
        make_subscription(user, days=-1)
        return user

    @member
    def pigiste(self):
        return make_staff("Pigiste", email="pigiste@example.org", name="Daouda Pigiste")

    @member
    def journalist(self):
        return make_staff("Journaliste", email="journalist@example.org", name="Fanta Journaliste")

    @member
    def editor(self):
        return make_staff("Rédacteur en chef", email="editor@example.org", name="Ibrahim Rédacteur")

    @member
    def moderator(self):
        return make_staff("Modérateur", email="moderator@example.org", name="Kadia Modératrice")

    @member
    def subscriptions_desk(self):
        return make_staff("Abonnements", email="desk@example.org", name="Lassana Abonnements")
