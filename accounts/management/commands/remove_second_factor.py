"""For whoever runs the server: takes the second factor from somebody who has lost it and the recovery codes too."""

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from accounts import second_factor
from accounts.models import User, normalise_email


class Command(BaseCommand):
    help = "Removes the second factor, passkeys and recovery codes of an account, ends its sessions, tells the person."

    def add_arguments(self, parser):
        parser.add_argument("email")
        parser.add_argument("--reason", default="", help="For the journal.")
        parser.add_argument("--yes", action="store_true", help="Do not ask back.")

    def handle(self, *, email, reason, yes, **options):
        user = User.objects.filter(email=normalise_email(email)).first()
        if user is None:
            raise CommandError(_("No account has the address {email}.").format(email=email))
        if not second_factor.has_second_factor(user):
            raise CommandError(_("{person} has no second factor.").format(person=user))
        if not yes and not self.is_sure(user):
            raise CommandError(_("Nothing was removed."))
        second_factor.remove(user, reason=reason or _("By command on the server"))
        self.stdout.write(_("The second factor of {person} is removed.").format(person=user))

    def is_sure(self, user) -> bool:
        question = _("Remove the second factor of {person} ({email}) and sign them out everywhere? Type the address: ")
        return normalise_email(input(question.format(person=user, email=user.email))) == user.email
