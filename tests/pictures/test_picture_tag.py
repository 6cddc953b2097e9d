"""How a page shows a picture."""

import pytest
from django.template import Context, Template
from django.utils import translation

from pictures import renditions
from pictures.models import Picture
from tests.pictures.samples import add, picture_bytes

pytestmark = pytest.mark.django_db


def shown(picture, arguments=""):
    source = "{% load pictures %}{% picture picture " + arguments + " %}"
    return Template(source).render(Context({"picture": picture})).strip()


def test_picture_offers_three_formats_and_reserves_its_room(django_assert_num_queries):
    picture = add(picture_bytes(2000, 1000), alt="Le « pont »")
    renditions.make_all(picture)
    picture = Picture.objects.get(pk=picture.pk)
    with django_assert_num_queries(0):
        html = shown(picture, 'sizes="(min-width: 60rem) 40rem, 100vw" class="lead"')
    assert html.index("image/avif") < html.index("image/webp") < html.index("<img")
    base = f"/media/pictures/{picture.key}"
    assert f"{base}/avif-480.avif 480w, {base}/avif-960.avif 960w, {base}/avif-1600.avif 1600w" in html
    assert f'src="{base}/jpeg-960.jpg"' in html
    assert 'width="960" height="480"' in html
    assert 'alt="Le « pont »"' in html
    assert html.count('sizes="(min-width: 60rem) 40rem, 100vw"') == 3
    assert 'class="picture lead"' in html
    assert 'loading="lazy" decoding="async"' in html
    assert "fetchpriority" not in html


def test_rendering_does_not_look_into_the_storage(monkeypatch):
    picture = add()
    storage = renditions.default_storage
    for name in ("exists", "open", "size", "listdir"):
        monkeypatch.setattr(type(storage._wrapped), name, lambda *args: pytest.fail("The storage was asked."))
    assert "jpeg-960.jpg" in shown(picture)


def test_eager_picture_is_fetched_first():
    html = shown(add(), "eager=True")
    assert 'fetchpriority="high"' in html
    assert "lazy" not in html


def test_decorative_picture_has_an_empty_alternative():
    assert 'alt=""' in shown(add(alt="Un pont", is_decorative=True))


def test_words_are_escaped():
    assert "<script>" not in shown(add(alt='"><script>alert(1)</script>'))


def test_numbers_are_written_without_separators_in_french():
    with translation.override("fr"):
        html = shown(add(picture_bytes(960, 1440)))
    assert 'height="1440"' in html


@pytest.mark.parametrize("picture", [None, Picture()])
def test_nothing_is_shown_without_a_rendition(picture):
    assert shown(picture) == ""
    assert renditions.social_image(picture) is None


def test_only_the_first_jpeg_is_enough():
    html = shown(add())
    assert "<source" not in html
    assert "jpeg-960.jpg" in html


def test_social_image_is_the_cut_as_soon_as_it_exists():
    picture = add(picture_bytes(2000, 1400))
    assert renditions.social_image(picture) == (f"/media/pictures/{picture.key}/jpeg-960.jpg", 960, 672)
    renditions.make_all(picture)
    assert renditions.social_image(picture) == (f"/media/pictures/{picture.key}/social.jpg", 1200, 630)


def test_thumbnail_is_the_narrowest_jpeg():
    picture = add()
    renditions.make_all(picture)
    assert renditions.thumbnail_url(picture) == f"/media/pictures/{picture.key}/jpeg-480.jpg"
    assert renditions.thumbnail_url(Picture()) == ""
