"""What a list says of an article besides its state: how urgent it is, its flags, who has it in hand until when."""

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from articles.colleagues import name_of
from articles.dates import near_words
from articles.models import Article


def shown(article) -> SafeString:
    """Empty for an article of which there is nothing to say. Asks for ``assignee`` and ``raised_flags``."""
    chips = format_html_join(
        " ",
        '<span class="flag" data-color="{}">{}</span>',
        [*_priority(article), *((row.flag.color, row.flag.name) for row in article.raised_flags.all())],
    )
    words = hand_words(article)
    hand = format_html('<span class="in-hand">{}</span>', words) if words else ""
    return format_html('<span class="flags">{}</span>{}', chips, hand) if chips else hand


def hand_words(article) -> str:
    """« Fanta Diarra, pour demain à 18:00 »."""
    words = [name_of(article.assignee)] if article.assignee else []
    if article.due_at:
        words.append(_("due {when}").format(when=near_words(article.due_at)))
    return ", ".join(words)


def _priority(article):
    if article.priority == Article.Priority.NORMAL:
        return []
    color = "red" if article.priority == Article.Priority.URGENT else "ochre"
    return [(color, _("Priority: {priority}").format(priority=article.get_priority_display().lower()))]
