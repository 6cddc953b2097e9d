"""Which addresses of other sites become cards in a text, and the frames that readers may load there.

One table serves both sides: ``find`` when a body is rendered, and the editor, which is sent it (``for_editor``).
Patterns are written so that Python and JavaScript read them alike. Anything else stays a link.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import parse_qs, quote, urlsplit

from django.conf import settings
from django.utils.translation import gettext_lazy as _

VIDEO = "[A-Za-z0-9_-]{11}"
SECONDS = "([0-9]{1,5})s?"
POST = "(?:[0-9]{5,25}|pfbid[A-Za-z0-9]{20,120})"
PAGE = "[A-Za-z0-9][A-Za-z0-9.-]{0,79}"
SLUG = "[A-Za-z0-9_-]{1,100}"

YOUTUBE = ("www.youtube.com", "youtube.com", "m.youtube.com", "music.youtube.com", "www.youtube-nocookie.com")
X = ("x.com", "www.x.com", "mobile.x.com", "twitter.com", "www.twitter.com", "mobile.twitter.com")
FACEBOOK = ("www.facebook.com", "facebook.com", "m.facebook.com", "web.facebook.com")
SOUNDCLOUD = ("soundcloud.com", "www.soundcloud.com", "m.soundcloud.com")


@dataclass(frozen=True)
class Provider:
    """``frame``: where readers load it from; ``{id}`` and ``{address}`` (quoted) are filled in. ``start`` is added
    to it for a video that begins later."""

    name: str
    frame: str
    start: str = ""


PROVIDERS = {
    "youtube": Provider(
        "YouTube", "https://www.youtube-nocookie.com/embed/{id}?autoplay=1&rel=0", start="&start={start}"
    ),
    "x": Provider("X", "https://platform.twitter.com/embed/Tweet.html?id={id}&dnt=true&lang={language}"),
    "facebook-post": Provider(
        "Facebook", "https://www.facebook.com/plugins/post.php?href={address}&show_text=true&width=350"
    ),
    "facebook-video": Provider(
        "Facebook", "https://www.facebook.com/plugins/video.php?href={address}&show_text=false&width=560"
    ),
    "soundcloud": Provider(
        "SoundCloud", "https://w.soundcloud.com/player/?url={address}&auto_play=false&show_comments=false"
    ),
}
FRAME_SOURCES = sorted({"https://" + urlsplit(provider.frame).netloc for provider in PROVIDERS.values()})


@dataclass(frozen=True)
class Form:
    """One way in which a provider writes its addresses. ``path`` and the values of ``query`` match as a whole, their
    named groups fill ``address``, the one way in which we write it. ``shape`` is the room that the frame takes."""

    provider: str
    kind: str
    shape: str
    hosts: tuple[str, ...]
    path: str
    address: str
    query: tuple[tuple[str, str], ...] = ()


WATCH = "https://www.youtube.com/watch?v={id}"
STATUS = "https://x.com/{name}/status/{id}"
FORMS = (
    Form("youtube", "video", "wide", YOUTUBE, "/watch/?", WATCH, (("v", f"(?P<id>{VIDEO})"),)),
    Form("youtube", "video", "wide", ("youtu.be",), f"/(?P<id>{VIDEO})/?", WATCH),
    Form("youtube", "video", "wide", YOUTUBE, f"/(?:live|embed|v)/(?P<id>{VIDEO})/?", WATCH),
    Form("youtube", "video", "tall", YOUTUBE, f"/shorts/(?P<id>{VIDEO})/?", "https://www.youtube.com/shorts/{id}"),
    Form("x", "post", "post", X, "/(?P<name>[A-Za-z0-9_]{1,20})/status(?:es)?/(?P<id>[0-9]{1,20})(?:/.*)?", STATUS),
    Form("x", "post", "post", X, "/(?P<name>i)/web/status/(?P<id>[0-9]{1,20})/?", STATUS),
    Form(
        *("facebook-post", "post", "narrow", FACEBOOK),
        f"/(?P<name>{PAGE})/posts/(?:[^/]{{1,300}}/)?(?P<id>{POST})/?",
        "https://www.facebook.com/{name}/posts/{id}",
    ),
    Form(
        *("facebook-post", "post", "narrow", FACEBOOK),
        "/(?:permalink|story)\\.php",
        "https://www.facebook.com/permalink.php?story_fbid={id}&id={name}",
        (("story_fbid", f"(?P<id>{POST})"), ("id", "(?P<name>[0-9]{5,25})")),
    ),
    Form(
        *("facebook-post", "post", "narrow", FACEBOOK),
        f"/groups/(?P<name>{PAGE})/(?:posts|permalink)/(?P<id>[0-9]{{5,25}})/?",
        "https://www.facebook.com/groups/{name}/posts/{id}",
    ),
    Form(
        *("facebook-post", "post", "narrow", FACEBOOK),
        "/photo(?:\\.php)?/?",
        "https://www.facebook.com/photo.php?fbid={id}",
        (("fbid", "(?P<id>[0-9]{5,25})"),),
    ),
    Form(
        *("facebook-video", "video", "wide", FACEBOOK),
        f"/(?P<name>{PAGE})/videos/(?:[^/]{{1,300}}/)?(?P<id>[0-9]{{5,25}})/?",
        "https://www.facebook.com/{name}/videos/{id}",
    ),
    Form(
        *("facebook-video", "video", "wide", FACEBOOK),
        "/(?:watch/?|watch/live/?|video\\.php)",
        "https://www.facebook.com/watch/?v={id}",
        (("v", "(?P<id>[0-9]{5,25})"),),
    ),
    Form(
        *("facebook-video", "video", "tall", FACEBOOK),
        "/reel/(?P<id>[0-9]{5,25})/?",
        "https://www.facebook.com/reel/{id}",
    ),
    Form(
        *("soundcloud", "sound", "sound", SOUNDCLOUD),
        "/(?!(?:discover|search|you|stream|upload|charts|pages|terms-of-use)/)"
        f"(?P<name>{SLUG})/(?!(?:sets|tracks|popular-tracks|albums|likes|reposts|comments|followers|following)/?$)"
        f"(?P<id>{SLUG})/?",
        "https://soundcloud.com/{name}/{id}",
    ),
)


@dataclass(frozen=True)
class Embed:
    """``address`` is the page at the provider, ``frame`` what loads after a click."""

    form: Form
    address: str
    frame: str

    @property
    def provider(self) -> str:
        return PROVIDERS[self.form.provider].name

    @property
    def shape(self) -> str:
        return self.form.shape

    @property
    def words(self) -> dict[str, str]:
        """``title`` of the frame, ``load`` of the button, ``see`` of the link."""
        return {name: words % {"provider": self.provider} for name, words in WORDS[self.form.kind].items()}


WORDS = {
    "video": {
        "title": _("Video from %(provider)s"),
        "load": _("Load the video from %(provider)s"),
        "see": _("Watch on %(provider)s"),
    },
    "post": {
        "title": _("Post on %(provider)s"),
        "load": _("Load the post from %(provider)s"),
        "see": _("Read on %(provider)s"),
    },
    "sound": {
        "title": _("Sound on %(provider)s"),
        "load": _("Load the sound from %(provider)s"),
        "see": _("Listen on %(provider)s"),
    },
}


@lru_cache(maxsize=1000)
def find(address: str) -> Embed | None:
    """What the address shows, if a listed provider wrote it; without a port, a user, or anything odd in it."""
    if not address.isascii() or not address.isprintable() or " " in address:
        return None
    try:
        parts = urlsplit(address)
        query = parse_qs(parts.query, max_num_fields=20)
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"}:
        return None
    for form in FORMS:
        groups = parts.netloc.lower() in form.hosts and _groups(form, parts.path, query)
        if groups:
            return _embed(form, groups, query)
    return None


def _groups(form, path, query) -> dict | None:
    matches = [re.fullmatch(form.path, path)]
    matches += [re.fullmatch(pattern, query.get(name, [""])[0]) for name, pattern in form.query]
    if not all(matches):
        return None
    return {name: value for match in matches for name, value in match.groupdict().items()}


def _embed(form, groups, query) -> Embed:
    provider = PROVIDERS[form.provider]
    address, frame = form.address.format(**groups), provider.frame
    start = provider.start and re.fullmatch(SECONDS, (query.get("t") or query.get("start") or [""])[0])
    if start:
        groups["start"] = int(start[1])
        address += f"{'&' if '?' in address else '?'}t={groups['start']}"
        frame += provider.start
    language = settings.LANGUAGE_CODE
    return Embed(form, address, frame.format(**{**groups, "address": quote(address, safe=""), "language": language}))


def for_editor() -> list[dict]:
    """The table as the editor's script reads it."""
    return [
        {
            "provider": PROVIDERS[form.provider].name,
            "title": WORDS[form.kind]["title"] % {"provider": PROVIDERS[form.provider].name},
            "hosts": form.hosts,
            "path": _in_javascript(form.path),
            "query": {name: _in_javascript(pattern) for name, pattern in form.query},
            "address": form.address,
            "start": SECONDS if PROVIDERS[form.provider].start else "",
        }
        for form in FORMS
    ]


def _in_javascript(pattern: str) -> str:
    return pattern.replace("(?P<", "(?<")
