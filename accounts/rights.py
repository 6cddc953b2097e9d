"""The choice of rights for groups and people, in words: « Articles : modifier »."""

from django.contrib import admin
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.forms import CheckboxSelectMultiple, ModelMultipleChoiceField
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

VERBS = {"view": _("see"), "add": _("add"), "change": _("change"), "delete": _("delete")}


class RightsField(ModelMultipleChoiceField):
    """Offers the rights that the back office knows: over what it has pages for."""

    def label_from_instance(self, permission):
        model = permission.content_type.model_class()
        verb = VERBS.get(permission.codename.split("_")[0]) if permission.name.startswith("Can ") else None
        is_stock = permission.codename in {f"{stock}_{model._meta.model_name}" for stock in VERBS}
        what = verb if verb and is_stock else gettext(permission.name)
        return gettext("{rows}: {right}").format(rows=capfirst(model._meta.verbose_name_plural), right=what)


def known_rights():
    """Permissions over the models that have pages in the back office, by model."""
    kinds = ContentType.objects.get_for_models(*admin.site._registry, for_concrete_models=False).values()
    found = Permission.objects.filter(content_type__in=[kind.pk for kind in kinds])
    return found.select_related("content_type").order_by("content_type__app_label", "content_type__model", "codename")


class RightsAdmin:
    """For the two admins that give rights."""

    def formfield_for_manytomany(self, db_field, request=None, **kwargs):
        if db_field.name in {"permissions", "user_permissions"}:
            kwargs |= {"form_class": RightsField, "queryset": known_rights(), "help_text": ""}
        kwargs["widget"] = CheckboxSelectMultiple
        return super().formfield_for_manytomany(db_field, request, **kwargs)
