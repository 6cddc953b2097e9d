"""A page of nothing but the article form's widgets, and what a person does in it."""

import json

from django import forms
from django.conf import settings
from django.http import HttpResponse
from django.template import engines
from django.urls import include, path
from django.views.decorators.cache import never_cache

from articles.fields import BylinesField, LocalDateTimeField, PictureField, RelatedField, TagsField, bind
from articles.widgets import BodyWidget


class Form(forms.Form):
    body = forms.CharField(required=False, widget=BodyWidget())
    picture = PictureField(required=False)
    bylines = BylinesField(required=False)
    tags = TagsField(required=False)
    related = RelatedField(required=False)
    language = forms.ChoiceField(choices=settings.LANGUAGES, initial="fr")
    at = LocalDateTimeField(required=False)


PAGE = """{% load static %}<!doctype html><html lang="fr"><title>Form</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="{% static 'img/favicon.svg' %}">
<link rel="stylesheet" href="{% static 'admin/css/base.css' %}">
<link rel="stylesheet" href="{% static 'admin/css/dark_mode.css' %}">{{ form.media }}
<form method="post">{% csrf_token %}{{ form.as_div }}<button>Send</button></form>"""
ANSWER = """{% load static %}<!doctype html><title>Sent</title><link rel="icon" href="{% static 'img/favicon.svg' %}">
<pre>{{ data }}</pre>"""
initial = {}


@never_cache
def harness(request):
    form = Form(request.POST or None, initial=initial)
    bind(form, viewer=request.user)
    if request.method == "POST" and form.is_valid():
        return HttpResponse(engines["django"].from_string(ANSWER).render({"data": json.dumps(form.cleaned_data)}))
    return HttpResponse(engines["django"].from_string(PAGE).render({"form": form}, request))


urlpatterns = [path("form/", harness), path("", include("newsroom.urls"))]


def body(page):
    return page.locator("textarea[name=body]").input_value()


def write(page, *lines):
    page.locator(".ProseMirror").click()
    for number, line in enumerate(lines):
        if number:
            page.keyboard.press("Enter")
        page.keyboard.type(line)


def press(page, command):
    page.locator(f'[data-command="{command}"]').click()


def sent(page):
    """What the server understood."""
    page.get_by_role("button", name="Send").click()
    return json.loads(page.locator("pre").inner_text())


def paste(page, html="", text=""):
    page.locator(".ProseMirror").click()
    page.evaluate(
        """([html, text]) => {
          const data = new DataTransfer();
          if (html) data.setData("text/html", html);
          data.setData("text/plain", text);
          const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
          document.querySelector(".ProseMirror").dispatchEvent(event);
        }""",
        [html, text],
    )
