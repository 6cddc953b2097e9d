"""The form of one picture: refuses in a sentence what the library cannot take, fills empty words from it."""

from django import forms
from django.core.files.base import File
from django.core.files.uploadedfile import UploadedFile
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from pictures import library, uploads
from pictures.models import Picture
from web.typography import one_line

ACCEPT = ".jpg,.jpeg,.png,.webp,.avif,image/jpeg,image/png,image/webp,image/avif"
WIDE = {"class": "vLargeTextField"}


class PictureForm(forms.ModelForm):
    original = forms.FileField(
        label=_("Picture"),
        widget=forms.FileInput(attrs={"accept": ACCEPT}),
        help_text=format_lazy(
            _("JPEG, PNG, WebP or AVIF; at most {megabytes} MB and {megapixels} megapixels."),
            megabytes=uploads.MAX_MEGABYTES,
            megapixels=uploads.MAX_MEGAPIXELS,
        ),
    )

    class Meta:
        model = Picture
        fields = ["original", "focal_x", "focal_y", "alt", "is_decorative", "caption", "credit", "copyright"]
        widgets = {
            "alt": forms.TextInput(attrs=WIDE),
            "caption": forms.Textarea(attrs={"rows": 2} | WIDE),
            "credit": forms.TextInput(attrs=WIDE),
            "copyright": forms.TextInput(attrs=WIDE),
        }

    sheet = None

    def clean_original(self):
        upload = self.cleaned_data["original"]
        if not isinstance(upload, UploadedFile):
            return upload
        self.sheet = uploads.examine(upload)
        return File(upload, name=f"original.{self.sheet.ending}")

    def clean(self):
        cleaned = super().clean()
        for name in ("alt", "credit", "copyright"):
            if cleaned.get(name):
                cleaned[name] = one_line(cleaned[name])
        if self.sheet:
            self.instance.width, self.instance.height = self.sheet.width, self.sheet.height
            for name, text in library.within_limits(self.sheet.words).items():
                if cleaned.get(name) == "":
                    cleaned[name] = text
        return cleaned


class NewPictureForm(PictureForm):
    """What is asked of whoever adds a picture while writing: the file, what it shows, whose it is."""

    alt = forms.CharField(
        label=_("What the picture shows"),
        max_length=250,
        widget=forms.TextInput(),
        help_text=_("One sentence, for those who do not see it: “Two men at a lectern”."),
        error_messages={"required": _("Say in one sentence what the picture shows.")},
    )

    class Meta(PictureForm.Meta):
        fields = ["original", "alt", "credit"]
