"""What templates ask of the room."""

from django import template
from django.urls import reverse

from comments.rendering import html_of

register = template.Library()


@register.filter
def contribution(text):
    """The plain text of a contribution, for reading."""
    return html_of(text)


@register.simple_tag
def rules_address(user, scope, key):
    """Where the rules of an article's room, or of a section's, are set; "" for those who do not set them."""
    return (
        reverse(f"admin:comments_ruleset_of_{scope}", args=[key]) if user.has_perm("comments.change_ruleset") else ""
    )
