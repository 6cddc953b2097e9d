from django.urls import reverse
from django.utils.html import format_html


def link_to(row, name: str, words: str = ""):
    """The row as a link to its page in the back office, which asks for its own rights."""
    return format_html('<a href="{}">{}</a>', reverse(f"admin:{name}_change", args=[row.pk]), words or str(row))
