"""A picture added to the library from the article's form, without leaving it."""

from django.core.exceptions import PermissionDenied
from django.http import JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from articles import picks
from pictures import library
from pictures.forms import NewPictureForm


@never_cache
@require_POST
def upload_picture(request):
    """The picture as the chooser shows it, or for each field what is wrong with it."""
    if not request.user.has_perm("pictures.add_picture"):
        raise PermissionDenied
    form = NewPictureForm(request.POST, request.FILES)
    if not form.is_valid():
        return JsonResponse({"errors": form.errors}, status=422)
    picture = library.save(form.save(commit=False), by=request.user)
    return JsonResponse({"picture": picks.pictures([picture.pk])[0]}, status=201)
