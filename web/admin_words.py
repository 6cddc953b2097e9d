"""Phrases of Django and its stock admin where this catalogue says them in its own words. Named here, they are
extracted with ours, and ours go first; nothing imports this.
"""

from django.utils.translation import gettext_noop as _

PHRASES = [
    _("The {name} “{obj}” was added successfully."),
    _("The {name} “{obj}” was changed successfully."),
    _("You may edit it again below."),
    _("The {name} “{obj}” was added successfully. You may add another {name} below."),
    _("The {name} “{obj}” was changed successfully. You may edit it again below."),
    _("The {name} “{obj}” was changed successfully. You may add another {name} below."),
    _("The %(name)s “%(obj)s” was deleted successfully."),
    _("Successfully deleted %(count)d %(items)s."),
    _("Items must be selected in order to perform actions on them. No items have been changed."),
    _("No action selected."),
    _("%(name)s with ID “%(key)s” doesn’t exist. Perhaps it was deleted?"),
    _("Delete selected %(verbose_name_plural)s"),
    _("Action:"),
    _("Go"),
    _("0 of %(cnt)s selected"),
    _("Select this object for an action - {}"),
    _("Select all objects on this page for an action"),
    _("Click here to select the objects across all pages"),
    _("Clear selection"),
    _("Run the selected action"),
    _("Delete multiple objects"),
    _("Cannot delete %(name)s"),
    _("Save and continue editing"),
    _("Save and add another"),
    _("After you’ve created a user, you’ll be able to edit more user options."),
    _("Designates that this user has all permissions without explicitly assigning them."),
    _("superuser status"),
    _("Password-based authentication"),
    _(
        "Whether the user will be able to authenticate using a password or not. If disabled, they may still be able "
        "to authenticate using other backends, such as Single Sign-On or LDAP."
    ),
    _("This action will <strong>enable</strong> password-based authentication for this user."),
    _("Disable password-based authentication"),
    _("Enable password-based authentication"),
    _("Enable password-based authentication for this user by setting a password."),
    _("Raw passwords are not stored, so there is no way to see the user’s password."),
    _("Skip to main content"),
    _("Any date"),
    _("Today"),
    _("Past 7 days"),
    _("This month"),
    _("This year"),
    _("Please correct the error below."),
    _("Enter a valid email address."),
    _("View on site"),
    _("Breadcrumbs"),
]
