"""The picked fields of the article's form: plain values in and out, sentences for whatever else is sent."""

import datetime as dt
import json
import re

import pytest
from django import forms
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.utils import timezone, translation

from articles.fields import BylinesField, LocalDateTimeField, PictureField, RelatedField, TagsField, bind
from articles.widgets import BodyWidget
from tests.factories import make_article, make_author, make_picture

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


class Form(forms.Form):
    bylines = BylinesField(required=False)
    tags = TagsField(required=False)
    related = RelatedField(required=False)
    picture = PictureField(required=False)
    body = forms.CharField(required=False, widget=BodyWidget())


def items(html):
    """What the widget hands to its script, and the value of its hidden field."""
    shown = re.search(r'data-items="([^"]*)"', html).group(1).replace("&quot;", '"')
    value = re.search(r'type="hidden"[^>]* value="([^"]*)"', html).group(1).replace("&quot;", '"')
    return json.loads(shown), json.loads(value)


def sentence_of(field, value):
    with pytest.raises(ValidationError) as caught:
        field.clean(value)
    return " ".join(caught.value.messages)


def test_bylines_keep_order_and_roles():
    one, two = make_author(), make_author()
    sent = [{"author": two.pk, "role": "photographer"}, {"author": one.pk, "role": "author"}]
    assert BylinesField().clean(json.dumps(sent)) == sent


def test_author_signs_once():
    author = make_author()
    sent = [{"author": author.pk, "role": "photographer"}, {"author": author.pk, "role": "author"}]
    assert "signs once" in sentence_of(BylinesField(), json.dumps(sent))


def test_author_who_is_gone_is_refused_in_words():
    assert "no longer exists" in sentence_of(BylinesField(), '[{"author": 999999, "role": "author"}]')


def test_tags_are_trimmed_and_once_each_in_any_case():
    sent = ["#Mali ", "  sécurité   nationale", "mali", "", "#", "Bamako\x00"]
    assert TagsField().clean(json.dumps(sent)) == ["Mali", "sécurité nationale", "Bamako"]


@pytest.mark.parametrize(
    ("names", "words"),
    [(["x" * 51], "at most 50"), ([f"t{n}" for n in range(21)], "At most 20"), (["!!!"], "letter or a digit")],
)
def test_tags_that_cannot_be_are_refused_in_words(names, words):
    assert words in sentence_of(TagsField(), json.dumps(names))


def test_tags_have_the_apostrophe_of_texts():
    assert TagsField().clean('["Pont d\'Afrique"]') == ["Pont d’Afrique"]


def test_tags_from_the_text_field_of_a_half_character_are_harmless():
    assert TagsField().clean('["a\\ud800b"]') == ["ab"]


def test_related_articles_keep_order_and_come_once():
    one, two = make_article(), make_article()
    assert RelatedField().clean(json.dumps([two.pk, one.pk, two.pk])) == [two.pk, one.pk]


def test_related_articles_are_twelve_at_most():
    assert "At most 12" in sentence_of(RelatedField(), json.dumps(list(range(1, 14))))


def test_article_does_not_recommend_itself():
    article = make_article()
    form = Form({"related": json.dumps([article.pk])})
    bind(form, viewer=AnonymousUser(), article=article)
    assert form.errors["related"] == ["An article does not recommend itself."]


def test_picture_is_one_of_the_library_or_none():
    picture = make_picture()
    assert PictureField().clean(str(picture.pk)) == picture.pk
    assert PictureField(required=False).clean("") is None
    assert PictureField(required=False).clean("null") is None
    assert "no longer in the library" in sentence_of(PictureField(), "999999")


GARBAGE = [
    "{",
    "[" * 50_000,
    "9" * 10_000,
    '{"a": 1}',
    '"text"',
    "true",
    "1.5",
    "[null]",
    "[true]",
    "[[1]]",
    "[-1]",
    "[1e400]",
    "[NaN]",
    f"[{2**63}]",
    '[{"author": true}]',
    '[{"author": 1, "role": "king"}]',
    '[{"author": 1, "role": ["author"]}]',
    "\x00",
]


@pytest.mark.parametrize("sent", GARBAGE)
@pytest.mark.parametrize("name", ["bylines", "tags", "related", "picture"])
def test_garbage_is_refused_and_shown_again_without_an_error(name, sent):
    """E-cases: whatever is sent is a sentence beside the field, never an error 500."""
    form = Form({name: sent})
    assert len(form.errors[name]) == 1
    assert form[name].as_widget()
    assert form.has_changed()


def test_form_that_comes_back_shows_what_was_sent():
    author = make_author(name="Awa Traoré")
    form = Form({"bylines": json.dumps([{"author": author.pk, "role": "guest"}]), "tags": '["Mali"]', "picture": "{"})
    assert not form.is_valid()
    shown, value = items(form["bylines"].as_widget())
    assert (shown[0]["label"], shown[0]["role"]) == ("Awa Traoré", "guest")
    assert value == [{"author": author.pk, "role": "guest"}]
    assert items(form["tags"].as_widget())[1] == ["Mali"]


def test_what_is_gone_since_the_working_copy_is_left_out():
    author, article = make_author(), make_article()
    initial = {
        "bylines": [{"author": 999999, "role": "author"}, {"author": author.pk, "role": "author"}],
        "related": [999999, article.pk],
        "picture": 999999,
    }
    form = Form(initial=initial)
    assert items(form["bylines"].as_widget())[1] == [{"author": author.pk, "role": "author"}]
    assert items(form["related"].as_widget())[1] == [article.pk]
    assert items(form["picture"].as_widget()) == ([], None)


def test_form_sent_back_untouched_has_not_changed():
    initial = {
        "bylines": [{"author": make_author().pk, "role": "author"}],
        "tags": ["Mali"],
        "related": [make_article().pk],
        "picture": make_picture().pk,
        "body": "",
    }
    shown = Form(initial=initial)
    sent = {name: items(shown[name].as_widget())[1] for name in ("bylines", "tags", "related", "picture")}
    form = Form({name: json.dumps(value) for name, value in sent.items()}, initial=initial)
    assert form.is_valid(), form.errors
    assert form.changed_data == []
    assert Form({"tags": '["Mali", "Niger"]'}, initial={"tags": ["Mali"]}).changed_data == ["tags"]


@pytest.mark.parametrize("count", [1, 6])
def test_labels_take_one_query(count, django_assert_num_queries):
    """One for the articles of the list, one for those of the text's boxes, one for its pictures; however many."""
    ids = [make_article().pk for _ in range(count)]
    pictures = [make_picture().pk for _ in range(count)]
    body = "".join(f'<aside data-article="{id_}"></aside>' for id_ in ids)
    body += "".join(f'<figure data-picture="{id_}"></figure>' for id_ in pictures)
    form = Form(initial={"related": ids, "body": body})
    with django_assert_num_queries(1):
        form["related"].as_widget()
    with django_assert_num_queries(2):
        form["body"].as_widget()


def test_bylines_and_picture_take_one_query_each(django_assert_num_queries):
    form = Form(initial={"bylines": [{"author": make_author().pk, "role": "author"}], "picture": make_picture().pk})
    with django_assert_num_queries(2):
        form["bylines"].as_widget()
        form["picture"].as_widget()


def test_title_of_a_hidden_article_is_not_named_to_whoever_may_not_see_it(cast):
    """A list of ids that somebody forged names no draft; the desk sees them all."""
    draft = make_article(headline="Secret de la rédaction", status="draft", published_at=None)
    initial = {"related": [draft.pk], "body": f'<aside data-article="{draft.pk}"></aside>'}
    for viewer, is_named in ((cast.pigiste, False), (cast.editor, True)):
        form = Form(initial=initial)
        bind(form, viewer=viewer)
        html = f"{form['related']}{form['body']}"
        assert ("Secret de la" in html) is is_named
        assert items(form["related"].as_widget())[1] == [draft.pk]


def test_working_headline_of_a_published_article_is_for_those_who_may_see_all(cast):
    article = make_article(headline="Titre public", working_title="Titre pas encore public")
    for viewer, label in ((cast.pigiste, "Titre public"), (cast.journalist, "Titre pas encore public")):
        form = Form(initial={"related": [article.pk]})
        bind(form, viewer=viewer)
        assert items(form["related"].as_widget())[0][0]["label"] == label


class Instant(forms.Form):
    at = LocalDateTimeField(required=False)


@pytest.mark.parametrize(
    ("zone", "hour"), [("Africa/Bamako", "06:58"), ("Asia/Kolkata", "12:28"), ("Pacific/Auckland", "18:58")]
)
def test_instant_is_typed_in_the_zone_of_the_site(settings, zone, hour):
    settings.TIME_ZONE = zone
    at = dt.datetime(2024, 5, 27, 6, 58, tzinfo=dt.UTC)
    assert f'type="datetime-local" name="at" value="2024-05-27T{hour}"' in str(Instant(initial={"at": at})["at"])
    form = Instant({"at": f"2024-05-27T{hour}"}, initial={"at": at})
    assert form.is_valid()
    assert form.cleaned_data["at"] == at
    assert not form.has_changed()


def test_instant_keeps_its_seconds():
    at = timezone.make_aware(dt.datetime(2024, 5, 27, 6, 58, 31))  # noqa: DTZ001
    form = Instant({"at": "2024-05-27T06:58:31"}, initial={"at": at})
    assert 'value="2024-05-27T06:58:31"' in str(Instant(initial={"at": at})["at"])
    assert not form.has_changed()


@pytest.mark.parametrize("typed", ["32/13/2026", "2026-02-30T10:00", "2026-09-27T02:30"])
def test_hour_that_is_none_is_refused_and_stays_in_the_field(settings, typed):
    """The last one falls in the hour that Auckland skips in spring."""
    settings.TIME_ZONE = "Pacific/Auckland"
    form = Instant({"at": typed})
    assert len(form.errors["at"]) == 1
    assert f'value="{typed}"' in str(form["at"])
