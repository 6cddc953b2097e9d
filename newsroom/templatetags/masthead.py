"""What the frame around every page needs."""

from django import template
from django.utils import timezone

register = template.Library()


@register.simple_tag
def today():
    """The day in the zone of the newspaper, whatever zone is active."""
    return timezone.localdate(timezone=timezone.get_default_timezone())
