"""The form of the room: a text, whom it answers, and the name that signs it when none was chosen yet."""

import re
import uuid

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from accounts import public_names

from . import text as texts
from .models import LONGEST, Comment
from .posting import post

STALE = _("This form was incomplete. Send your text again.")
GONE = _("The contribution that you answer is no longer there. Send your text again to post it on its own.")


class CommentForm(forms.Form):
    """Validated here, laid out in ``comments/_form.html``. ``answered`` is the head of the thread that the text joins,
    or None. After a refusal the text is kept and the form has a key that can be used."""

    longest = LONGEST

    text = forms.CharField(strip=False, required=False)
    reply_to = forms.IntegerField(required=False, error_messages={"invalid": GONE})
    key = forms.UUIDField(error_messages={"required": STALE, "invalid": STALE})
    public_name = forms.CharField(required=False)

    def __init__(self, *args, article, author, reply_to=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.article, self.author = article, author
        self.answered = find_head(article, reply_to)
        self.fresh_key = uuid.uuid4()

    @property
    def asks_name(self) -> bool:
        """Also while the name that was typed now is being refused."""
        return not self.author.public_name

    @property
    def typed(self) -> str:
        return self.data.get("text", "")

    @property
    def typed_name(self) -> str:
        return self.data.get("public_name", "")

    @property
    def usable_key(self):
        """The key that came, unless there was none or it was the trouble."""
        return getattr(self, "cleaned_data", {}).get("key") or self.fresh_key

    def clean_text(self):
        return texts.clean(self.cleaned_data["text"])

    def clean_public_name(self):
        return public_names.clean(self.cleaned_data["public_name"]) if self.asks_name else ""

    def clean_reply_to(self):
        asked = self.cleaned_data["reply_to"]
        self.answered = find_head(self.article, asked)
        if asked is not None and self.answered is None:
            raise ValidationError(GONE)
        return self.answered

    def save(self):
        """The contribution, or None: somebody took the name, or used the key, since the form was checked."""
        field = "public_name"
        try:
            if self.asks_name:
                public_names.choose(self.author, self.cleaned_data["public_name"])
            field = "key"
            wanted = {name: self.cleaned_data[name] for name in ("text", "key", "reply_to")}
            return post(article=self.article, author=self.author, **wanted)
        except ValidationError as error:
            self.add_error(field, error)
            return None


def find_head(article, pk):
    """The visible head of the thread that a visible contribution to this article belongs to, or None."""
    if not re.fullmatch("[0-9]{1,18}", str(pk)):
        return None
    comments = Comment.objects.visible().filter(article=article).select_related("author", "reply_to__author")
    answered = comments.filter(pk=pk).first()
    head = (answered.reply_to or answered) if answered else None
    return head if head and head.is_visible else None
