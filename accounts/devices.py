"""Where somebody is signed in: a row each session (allauth's ``UserSession``), what it is in words, and ending it."""

import time

from allauth.account.signals import user_logged_in
from allauth.usersessions.models import UserSession
from django.contrib.auth import HASH_SESSION_KEY
from django.contrib.sessions.models import Session
from django.dispatch import receiver
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext as _

from web.limits import peer

# In the session: when its row was last brought up to date, which happens every five minutes at most.
NOTED_AT, PACE = "device_noted_at", 5 * 60
# What a browser calls itself → its name; the first that is found, since most also call themselves by older names.
BROWSERS = {
    "Edg": "Edge",
    "OPR/": "Opera",
    "OPX/": "Opera",
    "SamsungBrowser": "Samsung Internet",
    "UCBrowser": "UC Browser",
    "Firefox/": "Firefox",
    "FxiOS": "Firefox",
    "Chrome/": "Chrome",
    "CriOS": "Chrome",
    "Safari/": "Safari",
}
SYSTEMS = {
    "Android": "Android",
    "iPhone": "iPhone",
    "iPad": "iPad",
    "Windows": "Windows",
    "Mac OS X": "Mac",
    "CrOS": "ChromeOS",
    "KAIOS": "KaiOS",
    "Linux": "Linux",
}


def in_words(user_agent: str) -> str:
    """« Chrome sur Android », as far as the browser says what it is."""
    browser = next((name for sign, name in BROWSERS.items() if sign in user_agent), "")
    system = next((name for sign, name in SYSTEMS.items() if sign in user_agent), "")
    if browser and system:
        return _("{browser} on {system}").format(browser=browser, system=system)
    return browser or system or _("Unknown device")


def of(user) -> list[UserSession]:
    """The person's open sessions, the one seen last first. Rows of sessions that have ended otherwise are left out."""
    rows = list(UserSession.objects.filter(user_id=user.pk).order_by("-last_seen_at", "-pk"))
    sessions = Session.objects.filter(
        session_key__in=[row.session_key for row in rows], expire_date__gt=timezone.now()
    )
    proof = user.get_session_auth_hash()
    alive = {
        session.session_key
        for session in sessions
        if constant_time_compare(session.get_decoded().get(HASH_SESSION_KEY, ""), proof)
    }
    return [row for row in rows if row.session_key in alive]


def end(sessions) -> int:
    """Ends the sessions of the rows; a request of theirs that is under way cannot bring one back."""
    keys = list(sessions.values_list("session_key", flat=True))
    Session.objects.filter(session_key__in=keys).delete()
    sessions.filter(session_key__in=keys).delete()
    return len(keys)


def end_all(user) -> int:
    return end(UserSession.objects.filter(user_id=user.pk))


def end_others(request) -> int:
    """All but the one that asks."""
    others = UserSession.objects.filter(user_id=request.user.pk).exclude(session_key=request.session.session_key)
    return end(others)


@receiver(user_logged_in)
def begin_noting(request, **kwargs):
    request.session[NOTED_AT] = time.time()


def note(request):
    """Keeps the row of the session up to date, every few minutes: when it was last seen, from where, by what."""
    noted_at = request.session.get(NOTED_AT)
    if noted_at is None or time.time() - noted_at < PACE:
        return
    request.session[NOTED_AT] = time.time()
    agent = request.headers.get("User-Agent", "")[: UserSession._meta.get_field("user_agent").max_length]
    seen = {"last_seen_at": timezone.now(), "user_agent": agent}
    if (address := peer(request)) != "unknown":
        seen["ip"] = address
    UserSession.objects.filter(session_key=request.session.session_key).update(**seen)
