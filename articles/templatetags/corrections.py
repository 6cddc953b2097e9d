"""How pages call a correction: « Rectificatif du 27 mai 2026 »."""

from django import template

from articles import corrections

register = template.Library()
register.filter("correction_title", corrections.title)
