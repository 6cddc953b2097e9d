"""People in the back office. Only superusers decide who is staff, who may what, and about staff accounts at all."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib import admin
from django.contrib.admin.widgets import AdminTextInputWidget
from django.contrib.auth.admin import GroupAdmin as StockGroupAdmin
from django.contrib.auth.admin import UserAdmin as StockUserAdmin
from django.contrib.auth.forms import AdminPasswordChangeForm, AdminUserCreationForm, UserChangeForm
from django.contrib.auth.models import Group
from django.utils.html import format_html
from django.utils.translation import gettext, ngettext_lazy
from django.utils.translation import gettext_lazy as _

from web.desk import DeskAdmin, Phrases

from . import phones, public_names
from .address_changes import take_back
from .addresses import drop_former_addresses, note_address
from .factor_admin import FactorAdmin, FactorFilter
from .forms import PhoneField
from .models import AddressChange, User
from .rights import RightsAdmin, RightsJournal

RIGHTS = ["is_staff", "is_superuser", "groups", "user_permissions"]


WITHOUT_A_PASSWORD = _("Without a password the person signs in with a code that comes by e-mail.")
# The stock admin's script and sheet show it, by its key, while the password is switched off.
WARNING = '{}<ul id="id_unusable_warning" class="messagelist"><li class="warning">{}</li></ul>'


class PasswordForm(AdminPasswordChangeForm):
    """Warns in the person's language, where the stock form has a sentence that nobody can translate."""

    def __init__(self, user, *args, **kwargs):
        super().__init__(user, *args, **kwargs)
        if field := self.fields.get("usable_password"):
            field.label = UserCreationForm.base_fields["usable_password"].label
            lost = gettext("Once it is switched off, the present password is lost for good.")
            field.help_text = format_html(WARNING, WITHOUT_A_PASSWORD, lost)


class UserCreationForm(AdminUserCreationForm):
    usable_password = AdminUserCreationForm.create_usable_password_field(WITHOUT_A_PASSWORD)
    usable_password.label = _("Sign-in with a password")

    class Meta:
        model = User
        fields = ["email", "name"]
        field_classes = {}


class UserForm(UserChangeForm):
    class Meta:
        model = User
        fields = "__all__"
        field_classes = {"phone": PhoneField}
        widgets = {"phone": AdminTextInputWidget}

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
class GroupAdmin(RightsJournal, RightsAdmin, DeskAdmin, StockGroupAdmin):
    phrases = Phrases(
        plural=_("Groups"),
        add=_("Add a group"),
        counted=ngettext_lazy("%(count)d group", "%(count)d groups", "count"),
        empty=_("No group here."),
        search=_("Name of the group"),
    )


@admin.register(User)
class UserAdmin(FactorAdmin, RightsJournal, RightsAdmin, DeskAdmin, StockUserAdmin):
    phrases = Phrases(
        plural=_("Users"),
        add=_("Add a user"),
        counted=ngettext_lazy("%(count)d user", "%(count)d users", "count"),
        empty=_("No user here."),
        search=_("E-mail address, name or telephone number"),
    )
    help_texts = {
        "groups": _("A person has the rights of all their groups."),
        "is_superuser": _("May do everything, without any group. For one or two people."),
    }
    unnamed = (Authenticator, UserSession, AddressChange)
    form = UserForm
    add_form = UserCreationForm
    change_password_form = PasswordForm
    list_display = ["email", "name", "public_name", "phone", "standing", "date_joined"]
    list_filter = ["is_staff", "is_active", FactorFilter, "groups"]
    search_fields = ["email", "name", "public_name"]
    ordering = ["email"]
    readonly_fields = ["factor", "last_login", "date_joined"]
    show_full_result_count = False
    # Accounts are deleted one by one, with a reason.
    actions = None
    fieldsets = [
        (None, {"fields": ["email", "password", "factor"]}),
        (_("Person"), {"fields": ["name", "public_name", "phone", "language"]}),
        (_("Rights"), {"fields": ["is_active", *RIGHTS[:-1]]}),
        (_("Rights besides those of the groups"), {"fields": RIGHTS[-1:], "classes": ["collapse"]}),
        (_("Dates"), {"fields": ["last_login", "date_joined"]}),
    ]
    add_fieldsets = [
        (None, {"classes": ["wide"], "fields": ["email", "name", "usable_password", "password1", "password2"]})
    ]

    @admin.display(description=_("account"), ordering="is_staff")
    def standing(self, user):
        if user.erased_at:
            return gettext("Deleted")
        kind = gettext("Staff") if user.is_staff else gettext("Reader")
        return kind if user.is_active else gettext("{kind}, switched off").format(kind=kind)

    def get_search_results(self, request, queryset, search_term):
        """A telephone number is found however it is typed, with its country or without, whole or its end."""
        found, may_repeat = super().get_search_results(request, queryset, search_term)
        if digits := phones.digits_in(search_term):
            found |= queryset.filter(phone__endswith=digits)
        return found, may_repeat

    def get_fieldsets(self, request, obj=None):
        """Rights, and the button that sets a password, only for those who may decide about them."""
        found = super().get_fieldsets(request, obj)
        hidden = set() if request.user.is_superuser else set(RIGHTS)
        if obj and not self.has_change_permission(request, obj):
            hidden.add("password")
        kept = [
            (name, {**options, "fields": [one for one in options["fields"] if one not in hidden]})
            for name, options in found
        ]
        return [(name, options) for name, options in kept if options["fields"]]

    def get_readonly_fields(self, request, obj=None):
        own = super().get_readonly_fields(request, obj)
        return own if request.user.is_superuser else [*own, *RIGHTS]

    def has_change_permission(self, request, obj=None):
        gone = obj is not None and obj.erased_at is not None
        return not gone and super().has_change_permission(request, obj) and may_manage(request.user, obj)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and may_manage(request.user, obj)

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if "email" in form.changed_data:
            take_back(obj)
            drop_former_addresses(obj)
            note_address(obj)


def may_manage(person, user) -> bool:
    """Whoever could change a colleague's address or password could sign in with the colleague's rights."""
    return person.is_superuser or user is None or not (user.is_staff or user.is_superuser)
