"""Colleagues by what they may do with articles, and by what they are called in notes: « @Fanta Diarra »."""

import re

from django.contrib.auth.backends import ModelBackend
from django.db.models import Q
from django.utils.translation import gettext as _

from accounts.models import User
from web.sorting import Alphabetical
from web.stems import folded

# Not within a word or an address.
AT = re.compile(r"(?<![\w@.+-])@(?=\w)")
FIRST_WORD = re.compile(r"[\w’'-]+")
LONGEST_NAME = 150


def name_of(user) -> str:
    """What colleagues call them; an address is not for everybody who writes."""
    if user.erased_at:
        return str(user)
    return user.name or _("Colleague {number}").format(number=user.pk)


def who_may_write(besides=None):
    """Those to whom an article can be assigned; ``besides`` is the key of somebody who stays among them."""
    writers = Q(pk__in=_staff("articles.add_article").values("pk")) | Q(pk=besides)
    return User.objects.filter(writers).order_by(Alphabetical("name"), "pk")


def who_may_see(article):
    """Those of whom ``rights.may_see`` is true."""
    written = Q(pk=article.created_by_id) | Q(pk=article.assignee_id) | Q(author__bylines__article=article)
    groups = [
        _staff("articles.view_article"),
        _staff("articles.change_article").filter(pk__in=_staff("articles.change_any_article").values("pk")),
        _staff("articles.change_article").filter(pk__in=User.objects.filter(written).values("pk")),
    ]
    may = Q()
    for group in groups:
        may |= Q(pk__in=group.values("pk"))
    return User.objects.filter(may).order_by(Alphabetical("name"), "pk")


def _staff(permission):
    return ModelBackend().with_perm(permission).filter(is_staff=True)


def named_in(text: str, people) -> tuple[list, list[str]]:
    """Those of the people whom the text names after an « @», and the names that name none of them. The whole name
    counts, or the first word of it where only one of them is called so; case and accents do not matter."""
    found, unknown = {}, []
    for match in AT.finditer(text):
        rest = text[match.end() : match.end() + LONGEST_NAME]
        named = _whole_name(rest, people) or _first_name(rest, people)
        found |= {person.pk: person for person in named}
        if not named:
            unknown.append(FIRST_WORD.match(rest)[0])
    return list(found.values()), list(dict.fromkeys(unknown))


def _whole_name(rest, people):
    """All who have the longest name that the text begins with."""
    rest = folded(rest)
    names = {person: folded(person.name) for person in people if person.name.strip()}
    begun = [name for name in names.values() if rest.startswith(name) and not rest[len(name) :][:1].isalnum()]
    longest = max(begun, key=len, default=None)
    return [person for person, name in names.items() if name == longest]


def _first_name(rest, people):
    word = folded(FIRST_WORD.match(rest)[0])
    named = [person for person in people if folded(person.name).split()[:1] == [word]]
    return named if len(named) == 1 else []
