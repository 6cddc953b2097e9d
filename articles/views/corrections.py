"""The page of corrections: all of them, newest first, in keyset pages."""

from django.shortcuts import render

from articles.models import Correction
from web.keyset import page_of
from web.public_page import public_page

SIZE = 20


@public_page(query=("avant", "apres"))
def corrections(request):
    page = page_of(Correction.objects.published().select_related("article"), request, size=SIZE, instant="at")
    return render(request, "articles/corrections.html", {"page": page})
