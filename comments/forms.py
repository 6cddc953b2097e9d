"""The forms of the room: a new contribution, other words for one, a report."""

import re
import uuid

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from accounts import public_names
from web.digests import digest

from . import text as texts
from .charter import agree, has_agreed
from .models import LONGEST, Comment, Report
from .posting import post

STALE = _("This form was incomplete. Send your text again.")
GONE = _("The contribution that you answer is no longer there. Send your text again to post it on its own.")
CHARTER = _("Tick the box: whoever contributes agrees to the charter.")


class TextForm(forms.Form):
    """What the form of a new contribution and that of changed words share. After a refusal the text is kept."""

    longest = LONGEST

    text = forms.CharField(strip=False, required=False)

    @property
    def typed(self) -> str:
        return self.data.get("text", self.initial.get("text", ""))

    def clean_text(self):
        return texts.clean(self.cleaned_data["text"])


class CommentForm(TextForm):
    """Validated here, laid out in ``comments/_form.html``. ``answered`` is the contribution that the text answers, or
    None. After a refusal the form has a key that can be used."""

    reply_to = forms.IntegerField(required=False, error_messages={"invalid": GONE})
    key = forms.UUIDField(error_messages={"required": STALE, "invalid": STALE})
    public_name = forms.CharField(required=False)
    agrees = forms.BooleanField(required=False)

    def __init__(self, *args, article, author, charter=None, reply_to=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.article, self.author, self.charter = article, author, charter
        self.asked, self.answered = reply_to, find_answered(article, reply_to)
        self.asks_charter = charter is not None and not has_agreed(author)
        self.fresh_key = uuid.uuid4()

    @property
    def asks_name(self) -> bool:
        """Also while the name that was typed now is being refused."""
        return not self.author.public_name

    @property
    def typed_name(self) -> str:
        return self.data.get("public_name", "")

    @property
    def usable_key(self):
        """The key that came, unless there was none or it was the trouble."""
        return getattr(self, "cleaned_data", {}).get("key") or self.fresh_key

    @property
    def draft(self) -> str:
        """Under which the browser keeps the text: of this person and article, and telling neither."""
        return digest("draft of a contribution", f"{self.author.pk} {self.article.pk}")[:24]

    @property
    def has_lost_whom(self) -> bool:
        """Whether it was opened to answer a contribution that is no longer there."""
        return not self.is_bound and bool(self.asked) and self.answered is None

    @property
    def is_flooded(self) -> bool:
        return self.has_error("text", "flooded")

    def clean_public_name(self):
        return public_names.clean(self.cleaned_data["public_name"]) if self.asks_name else ""

    def clean_agrees(self):
        if self.asks_charter and not self.cleaned_data["agrees"]:
            raise ValidationError(CHARTER)
        return self.cleaned_data["agrees"]

    def clean_reply_to(self):
        asked = self.cleaned_data["reply_to"]
        self.answered = find_answered(self.article, asked)
        if asked is not None and self.answered is None:
            raise ValidationError(GONE)
        return self.answered

    def save(self, *, address):
        """The contribution, or None: somebody took the name, or used the key, since the form was checked, or the rules
        of the room refuse the text. ``address`` is the visitor's."""
        field = "public_name"
        try:
            if self.asks_name:
                public_names.choose(self.author, self.cleaned_data["public_name"])
            if self.asks_charter:
                agree(self.author)
                self.asks_charter = False
            field = "text"
            wanted = {name: self.cleaned_data[name] for name in ("text", "key")}
            return post(article=self.article, author=self.author, address=address, **wanted, **self._place())
        except ValidationError as error:
            if field == "text" and Comment.objects.filter(key=self.cleaned_data["key"]).exists():
                field = "key"
            self.add_error(field, error)
            return None

    def _place(self) -> dict:
        """The head of the thread that the text joins, and the reply in it that it answers."""
        answered = self.cleaned_data["reply_to"]
        if answered is None or answered.reply_to is None:
            return {"reply_to": answered}
        return {"reply_to": answered.reply_to, "answers": answered}


class ReportForm(forms.Form):
    reason = forms.ChoiceField(
        choices=Report.Reason.choices,
        error_messages={"required": _("Choose a reason."), "invalid_choice": _("Choose a reason.")},
    )
    words = forms.CharField(
        required=False,
        max_length=300,
        error_messages={"max_length": _("At most %(limit_value)d characters: yours has %(show_value)d.")},
    )


def find_answered(article, pk):
    """A visible contribution to the article, in a thread whose head is visible, or None."""
    if not re.fullmatch("[0-9]{1,18}", str(pk)):
        return None
    comments = Comment.objects.visible().filter(article=article).select_related("author", "reply_to__author")
    answered = comments.filter(pk=pk).first()
    head = (answered.reply_to or answered) if answered else None
    return answered if head and head.is_visible else None
