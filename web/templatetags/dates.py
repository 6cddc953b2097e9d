"""Days in words, for templates of every layer."""

from django import template

from web import dates

register = template.Library()
register.filter("date_words", dates.date_words)
