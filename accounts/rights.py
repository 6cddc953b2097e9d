"""The choice of rights for groups and people, in words: « Articles : modifier »."""

from django.conf import settings
from django.contrib import admin
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.forms import CheckboxSelectMultiple, ModelMultipleChoiceField
from django.utils import translation
from django.utils.text import capfirst
from django.utils.translation import gettext, gettext_noop
from django.utils.translation import gettext_lazy as _

from journal.recording import record

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
    """Permissions over the models that have pages in the back office, and over those whose rows such a page writes
    by its buttons (``acts_on`` of its admin), by model."""
    models = {*admin.site._registry}.union(*(getattr(desk, "acts_on", ()) for desk in admin.site._registry.values()))
    kinds = ContentType.objects.get_for_models(*models, for_concrete_models=False).values()
    found = Permission.objects.filter(content_type__in=[kind.pk for kind in kinds])
    return found.select_related("content_type").order_by("content_type__app_label", "content_type__model", "codename")


class RightsAdmin:
    """For the two admins that give rights."""

    def formfield_for_manytomany(self, db_field, request=None, **kwargs):
        if db_field.name in {"permissions", "user_permissions"}:
            kwargs |= {"form_class": RightsField, "queryset": known_rights(), "help_text": ""}
        kwargs["widget"] = CheckboxSelectMultiple
        return super().formfield_for_manytomany(db_field, request, **kwargs)


def rights_in_words(row) -> dict[str, str]:
    """What a person or a group may, as stored now, in the newspaper's language: {what: value}."""
    with translation.override(settings.LANGUAGE_CODE):
        if not hasattr(row, "groups"):
            return {gettext("rights"): _listed(row.permissions)}
        flags = {
            str(row._meta.get_field(name).verbose_name): gettext("yes") if getattr(row, name) else gettext("no")
            for name in ("is_active", "is_staff", "is_superuser")
        }
        groups = ", ".join(row.groups.order_by("name").values_list("name", flat=True))
        return flags | {gettext("groups"): groups, gettext("rights"): _listed(row.user_permissions)}


def _listed(permissions) -> str:
    rows = permissions.order_by("content_type__app_label", "codename")
    return ", ".join(f"{app}.{name}" for app, name in rows.values_list("content_type__app_label", "codename"))


class RightsJournal:
    """Writes into the journal which rights a form gave and took."""

    def save_form(self, request, form, change):
        if change:
            request.rights_before = rights_in_words(type(form.instance).objects.get(pk=form.instance.pk))
        return super().save_form(request, form, change)

    def save_related(self, request, form, formsets, change):
        before = request.rights_before if change else rights_in_words(form.instance)
        super().save_related(request, form, formsets, change)
        now = rights_in_words(form.instance)
        changes = [f"{name} : {before[name] or '–'} → {now[name] or '–'}" for name in now if before[name] != now[name]]
        if changes:
            record(gettext_noop("Rights changed"), form.instance, by=request.user, detail="\n".join(changes))
