"""The readers' search: what the door lets through and has all the words, newest first."""

from django.shortcuts import render

from articles.models import Article
from articles.search import LONGEST_QUERY
from articles.search import search as find
from web.keyset import page_of
from web.public_page import public_page

SIZE = 20


@public_page(query=("q", "avant", "apres"))
def search(request):
    words = request.GET.get("q", "").replace("\x00", "").strip()[:LONGEST_QUERY]
    articles = find(Article.objects.published(), words).for_cards()
    page = page_of(articles, request, size=SIZE, keep=("q",)) if words else None
    return render(request, "articles/search.html", {"words": words, "page": page})
