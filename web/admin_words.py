"""Phrases of the stock admin and where this catalogue says them in its own words. Named here, they are extracted with
ours, and ours go first; nothing imports this.
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
    _("Delete multiple objects"),
    _("Cannot delete %(name)s"),
    _("Save and continue editing"),
    _("Save and add another"),
    _("Change history: %s"),
    _("This object doesn’t have a change history. It probably wasn’t added via this admin site."),
    _("Skip to main content"),
    _("Any date"),
    _("Today"),
    _("Past 7 days"),
    _("This month"),
    _("This year"),
    _("Please correct the error below."),
    _("View on site"),
    _("Breadcrumbs"),
]
