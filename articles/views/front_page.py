"""The front page."""

from dataclasses import fields

from django.shortcuts import render

from articles.front_page import compose
from web.public_page import public_page


@public_page()
def front_page(request):
    page = compose()
    return render(request, "articles/front_page.html", {item.name: getattr(page, item.name) for item in fields(page)})
