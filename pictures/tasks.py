"""Work that may wait. A lost task costs nothing: the command ``make_renditions`` finds what is missing."""

from django_tasks import task

from pictures import renditions
from pictures.models import Picture


@task()
def make_renditions(picture_id: int) -> None:
    picture = Picture.objects.filter(pk=picture_id).first()
    if picture is not None:
        renditions.make_all(picture)
