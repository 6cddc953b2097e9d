"""Adding, changing and removing: keys, files, and who wins a race."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django_tasks_db.models import DBTaskResult

from pictures import library, renditions
from pictures.models import Picture
from tests.pictures.samples import add, picture_bytes, stored

pytestmark = pytest.mark.django_db


def originals():
    storage = Picture._meta.get_field("original").storage
    return set(storage.listdir("")[1])


def fresh(picture):
    return Picture.objects.get(pk=picture.pk)


def with_new_file(picture, data):
    content = ContentFile(data)
    return library.take(picture, content, library.uploads.examine(content))


def test_added_picture_knows_its_size_and_who_added_it(cast):
    picture = add(picture_bytes(900, 600), by=cast.editor, alt="Un pont")
    assert (picture.width, picture.height, picture.added_by, picture.alt) == (900, 600, cast.editor, "Un pont")


def test_refused_file_leaves_nothing(db):
    with pytest.raises(ValidationError):
        add(b"no picture")
    assert not Picture.objects.exists()


def test_name_of_the_upload_is_nowhere():
    """F11"""
    content = ContentFile(picture_bytes(kind="PNG"), name="../../Secret Report.jpg.html")
    picture = library.add(content)
    assert picture.original.name == f"{picture.key}.png"
    assert originals() == {f"{picture.key}.png"}


def test_rest_is_handed_to_the_worker_on_commit(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        picture = add()
    task = DBTaskResult.objects.get()
    assert (task.task_path, task.args_kwargs["args"]) == ("pictures.tasks.make_renditions", [picture.pk])
    task.task.func(picture.pk)
    assert not renditions.missing_from(fresh(picture))


def test_changed_words_keep_the_key_and_what_the_worker_has_made_meanwhile():
    picture = add()
    opened = fresh(picture)
    renditions.make_all(picture)
    opened.caption = "Autre légende"
    library.save(opened)
    assert fresh(picture).caption == "Autre légende"
    assert fresh(picture).key == picture.key
    assert fresh(picture).renditions == picture.renditions


@pytest.mark.parametrize(
    ("name", "value"), [("focal_x", 10), ("focal_y", 90), ("credit", "Autre"), ("copyright", "© Autre")]
)
def test_new_focal_point_or_credit_means_new_names_and_the_old_files_go(
    name, value, django_capture_on_commit_callbacks
):
    """A11"""
    picture = add()
    renditions.make_all(picture)
    changed = fresh(picture)
    setattr(changed, name, value)
    with django_capture_on_commit_callbacks() as callbacks:
        library.save(changed)
    assert stored(picture.key)
    for callback in callbacks:
        callback()
    assert changed.key != picture.key
    assert stored(picture.key) == set()
    assert stored(changed.key) == {"jpeg-960.jpg"}
    assert fresh(picture).renditions == changed.renditions
    assert originals() == {changed.original.name}


def test_new_file_replaces_the_old_original(django_capture_on_commit_callbacks):
    picture = add(picture_bytes(900, 600))
    with django_capture_on_commit_callbacks(execute=True):
        changed = library.save(with_new_file(fresh(picture), picture_bytes(300, 500, kind="PNG")))
    assert originals() == {f"{changed.key}.png"}
    assert (fresh(picture).width, fresh(picture).height) == (300, 500)
    assert stored(picture.key) == set()


def test_slower_of_two_changes_is_told_and_leaves_no_file():
    picture = add()
    first, second = fresh(picture), fresh(picture)
    first.focal_x = 10
    library.save(first)
    second.focal_x = 90
    with pytest.raises(library.PictureChangedError):
        library.save(with_new_file(second, picture_bytes(50, 50)))
    assert fresh(picture).key == first.key
    assert stored(second.key) == set()
    assert originals() == {picture.original.name}


def test_original_of_a_file_that_cannot_be_made_smaller_is_deleted_again(monkeypatch):
    monkeypatch.setattr(renditions, "make_first", lambda picture: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        add()
    assert originals() == set()
    assert not Picture.objects.exists()


def test_removed_picture_leaves_no_file(django_capture_on_commit_callbacks):
    picture = add()
    renditions.make_all(picture)
    with django_capture_on_commit_callbacks(execute=True):
        library.remove(fresh(picture))
    assert not Picture.objects.exists()
    assert stored(picture.key) == originals() == set()
