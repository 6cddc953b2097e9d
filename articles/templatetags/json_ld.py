"""``{% json_ld article newspaper canonical social_image %}``: the content of the page's JSON-LD script."""

from django import template

from articles.json_ld import news_article

register = template.Library()
register.simple_tag(news_article, name="json_ld")
