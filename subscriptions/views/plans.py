"""What is for sale: the same page for everybody."""

from django.shortcuts import render

from accounts.redirects import own_path
from subscriptions.offer import offer
from web.public_page import public_page


@public_page(query=("next",))
def plans(request):
    return render(request, "subscriptions/plans.html", offer() | {"next": own_path(request.GET.get("next", ""))})
