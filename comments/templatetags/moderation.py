"""What the desk of moderators shows of a text."""

from django import template

from comments.marking import marked

register = template.Library()
register.filter("marked", marked)
