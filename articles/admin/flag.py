from django.contrib import admin
from django.db.models import Max
from django.utils.html import format_html
from django.utils.translation import gettext, ngettext, ngettext_lazy
from django.utils.translation import gettext_lazy as _

from articles.models import Flag, RaisedFlag
from web.desk import Phrases

from .section import ColorChoice
from .usage import UsedAdmin


@admin.register(Flag)
class FlagAdmin(UsedAdmin):
    phrases = Phrases(
        plural=_("Flags"),
        add=_("Add a flag"),
        counted=ngettext_lazy("%(count)d flag", "%(count)d flags", "count"),
        empty=_("No flag yet. A flag says in the lists what an article lacks or waits for."),
        search=_("Name of the flag"),
    )
    relation, filter_name = "raised_flags__flag", "flag"
    list_display = ["shown_name", "articles", "effect", "position"]
    search_fields = ["name"]
    fields = ["name", "blocks", "color", "position"]
    help_texts = {
        "name": _("What is lacking, or who must look: “Picture missing”."),
        "blocks": _("The article is not published until an editor, or whoever has the right, clears the flag."),
        "color": _("The colour of its mark in the lists."),
        "position": _("The smallest number comes first."),
    }

    class Media:
        css = {"all": ["css/tokens.css", "css/admin/identity.css", "css/admin/flags.css"]}

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name == "color":
            kwargs["widget"] = ColorChoice
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def get_changeform_initial_data(self, request):
        last = Flag.objects.aggregate(last=Max("position"))["last"]
        return {"position": 0 if last is None else last + 1, **super().get_changeform_initial_data(request)}

    def in_the_way(self, request, row):
        count = RaisedFlag.objects.filter(flag=row).count()
        if not count:
            return []
        words = ngettext("%(count)d article carries this flag", "%(count)d articles carry this flag", count)
        return [_("{count}: clear it there first.").format(count=words % {"count": count})]

    @admin.display(description=_("name"), ordering="name")
    def shown_name(self, flag):
        return format_html('<span class="flag" data-color="{}">{}</span>', flag.color, flag.name)

    @admin.display(description=_("effect"), ordering="blocks")
    def effect(self, flag):
        return gettext("Blocks publication") if flag.blocks else gettext("Warns")
