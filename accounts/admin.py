"""People in the back office. Only superusers decide who is staff, who may what, and about staff accounts at all."""

from allauth.account.models import EmailAddress
from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin as StockGroupAdmin
from django.contrib.auth.admin import UserAdmin as StockUserAdmin
from django.contrib.auth.forms import AdminUserCreationForm, UserChangeForm
from django.contrib.auth.models import Group
from django.utils.translation import gettext, ngettext_lazy
from django.utils.translation import gettext_lazy as _

from web.desk import DeskAdmin, Phrases

from . import public_names
from .addresses import drop_former_addresses, note_address
from .models import User
from .rights import RightsAdmin

RIGHTS = ["is_staff", "is_superuser", "groups", "user_permissions"]


class UserCreationForm(AdminUserCreationForm):
    class Meta:
        model = User
        fields = ["email", "name"]
        field_classes = {}


class UserForm(UserChangeForm):
    class Meta:
        model = User
        fields = "__all__"
        field_classes = {}

    def clean_public_name(self):
        name = self.cleaned_data["public_name"]
        if not name or name == self.instance.public_name:
            return name
        name = public_names.clean(name)
        public_names.refuse_taken(name, by=self.instance)
        return name


# The addresses of an account stand with the account.
admin.site.unregister(EmailAddress)


@admin.register(Group)
class GroupAdmin(RightsAdmin, DeskAdmin, StockGroupAdmin):
    phrases = Phrases(
        plural=_("Groups"),
        add=_("Add a group"),
        counted=ngettext_lazy("%(count)d group", "%(count)d groups", "count"),
        empty=_("No group here."),
        search=_("Name of the group"),
    )


@admin.register(User)
class UserAdmin(RightsAdmin, DeskAdmin, StockUserAdmin):
    phrases = Phrases(
        plural=_("Users"),
        add=_("Add a user"),
        counted=ngettext_lazy("%(count)d user", "%(count)d users", "count"),
        empty=_("No user here."),
        search=_("E-mail address, name or public name"),
    )
    help_texts = {"groups": _("A person has the rights of all their groups.")}
    form = UserForm
    add_form = UserCreationForm
    list_display = ["email", "name", "public_name", "standing", "date_joined"]
    list_filter = ["is_staff", "is_active", "groups"]
    search_fields = ["email", "name", "public_name"]
    ordering = ["email"]
    readonly_fields = ["last_login", "date_joined"]
    show_full_result_count = False
    fieldsets = [
        (None, {"fields": ["email", "password"]}),
        (_("Person"), {"fields": ["name", "public_name", "language"]}),
        (_("Rights"), {"fields": ["is_active", *RIGHTS[:-1]]}),
        (_("Rights besides those of the groups"), {"fields": RIGHTS[-1:], "classes": ["collapse"]}),
        (_("Dates"), {"fields": ["last_login", "date_joined"]}),
    ]
    add_fieldsets = [
        (None, {"classes": ["wide"], "fields": ["email", "name", "usable_password", "password1", "password2"]})
    ]

    @admin.display(description=_("account"), ordering="is_staff")
    def standing(self, user):
        kind = gettext("Staff") if user.is_staff else gettext("Reader")
        return kind if user.is_active else gettext("{kind}, switched off").format(kind=kind)

    def get_readonly_fields(self, request, obj=None):
        own = super().get_readonly_fields(request, obj)
        return own if request.user.is_superuser else [*own, *RIGHTS]

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and may_manage(request.user, obj)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and may_manage(request.user, obj)

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if "email" in form.changed_data:
            drop_former_addresses(obj)
            note_address(obj)


def may_manage(person, user) -> bool:
    """Whoever could change a colleague's address or password could sign in with the colleague's rights."""
    return person.is_superuser or user is None or not (user.is_staff or user.is_superuser)
