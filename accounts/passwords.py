"""What a password needs besides its length: ten spaces are ten characters too."""

from django.core.exceptions import ValidationError
from django.utils.translation import ngettext


class DifferentCharactersValidator:
    def __init__(self, least=5):
        self.least = least

    def validate(self, password, user=None):
        if len(set(password)) < self.least:
            raise ValidationError(self.get_help_text(), code="password_too_uniform")

    def get_help_text(self):
        return ngettext(
            "Use at least %(least)d character.", "Use at least %(least)d different characters.", self.least
        ) % {"least": self.least}
