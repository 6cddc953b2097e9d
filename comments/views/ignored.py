"""« Les personnes que j’ignore », in the account: who they are, and to read them again."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from comments.models import Ignored
from web.keyset import page_of

SIZE = 50


@never_cache
@require_safe
@login_required
def ignored_people(request):
    rows = Ignored.objects.filter(person=request.user).select_related("other")
    return render(request, "comments/ignored.html", {"page": page_of(rows, request, size=SIZE, instant="at")})


@never_cache
@require_POST
@login_required
def read_again(request, pk):
    get_object_or_404(Ignored, pk=pk, person=request.user).delete()
    return HttpResponseRedirect(reverse("ignored_people"), status=303)
