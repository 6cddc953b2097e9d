"""The demo accounts, one per role, with one password that anybody can read here: never for a site that is in use."""

from typing import NamedTuple

from django.contrib.auth.models import Group
from django.utils.translation import gettext_lazy as _

from accounts import public_names
from accounts.models import User

PASSWORD = "pirogue-du-soir"  # noqa: S105 - known to everybody on purpose


class Person(NamedTuple):
    """``key`` is the part of the e-mail address before the « @ ». Without a ``role`` the account is not for signing
    in, only for a voice among the contributions."""

    key: str
    name: str
    role: str = ""
    group: str = ""
    public_name: str = ""
    is_superuser: bool = False

    @property
    def email(self) -> str:
        return f"{self.key}@example.org"


PEOPLE = (
    Person("pigiste", "Lalla Attaher Maïguel", _("Freelance journalist"), "Pigiste"),
    Person("journaliste", "Soumaïla Kodian", _("Journalist"), "Journaliste"),
    Person("redaction", "Kadidia Nomokou", _("Editor-in-chief"), "Rédacteur en chef"),
    Person("moderation", "Issiaka Banoumé", _("Moderator"), "Modérateur"),
    Person("abonnements", "Rokia Tessounga", _("Subscriptions desk"), "Abonnements"),
    Person("abonne", "Modibo Karabila", _("Subscriber"), public_name="Modibo de la rive droite"),
    Person("ancien", "Assan Dolobié", _("Former subscriber"), public_name="Assan D."),
    Person("lecteur", "Hamsa Tiénou", _("Reader without a subscription"), public_name="Hamsa T."),
    Person("admin", "Administration", _("Administrator"), is_superuser=True),
    Person("usager", "Founè Sangarélé", public_name="Founè ligne 14"),
    Person("enseignante", "Mahawa Sidibara", public_name="Une enseignante"),
    Person("pecheur", "Kassim Nantiga", public_name="Kassim le passeur"),
    Person("etudiante", "Aminta Fodélé", public_name="Aminta F."),
    Person("vendeuse", "Sanaba Korodji", public_name="Sanaba du marché"),
    Person("retraite", "Tiémoko Balandou", public_name="Tiémoko B."),
    Person("infirmier", "Seydina Kolobo", public_name="Infirmier de nuit"),
    Person("diaspora", "Goundo Sakaliba-Né", public_name="Goundo de Montreuil"),
    Person("coureur", "Mountaga Dirabé", public_name="Mountaga court"),
)
# (role, e-mail address), for whoever prints them.
ACCOUNTS = tuple((person.role, person.email) for person in PEOPLE if person.role)


def existing_accounts() -> list[tuple[str, str]]:
    """Those of ``ACCOUNTS`` that are in the database, in their order."""
    found = set(User.objects.filter(email__in=[email for _role, email in ACCOUNTS]).values_list("email", flat=True))
    return [account for account in ACCOUNTS if account[1] in found]


def make_accounts(password_hash: str) -> dict[str, User]:
    """Every person by key, verified, in their group. The hash is made before, since it takes a while on purpose."""
    groups = {group.name: group for group in Group.objects.all()}
    return {person.key: _make_account(person, groups, password_hash) for person in PEOPLE}


def _make_account(person, groups, password_hash):
    user = User.objects.create_user(
        person.email,
        name=person.name,
        is_staff=bool(person.group) or person.is_superuser,
        is_superuser=person.is_superuser,
    )
    if person.role:
        User.objects.filter(pk=user.pk).update(password=password_hash)
    if person.group:
        user.groups.add(groups[person.group])
    if person.public_name:
        public_names.choose(user, person.public_name)
    return user
