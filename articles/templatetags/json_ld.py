"""The content of a page's JSON-LD script: ``{% json_ld article newspaper canonical social_image %}`` of an article,
``{% front_page_json_ld newspaper %}`` of the front page."""

from django import template

from articles.json_ld import front_page, news_article

register = template.Library()
register.simple_tag(news_article, name="json_ld")
register.simple_tag(front_page, name="front_page_json_ld")
