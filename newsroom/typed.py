"""What somebody had typed into a form of ours that was refused."""

from urllib.parse import urlsplit

from web.html import text_of

# Shorter values, and those of one word, are typed again sooner than they are found in a list.
SHORTEST = 12
SECRET = ("password", "csrfmiddlewaretoken")


def address_of_form(request) -> str:
    """The path of the page on which the form stood, or "" for one of another site or of nobody knows where."""
    page = urlsplit(request.headers.get("Referer", ""))
    if page.netloc != request.get_host() or not page.path.startswith("/") or page.path.startswith("//"):
        return ""
    return f"{page.path}?{page.query}" if page.query else page.path


def typed_texts(request) -> list[str]:
    """The texts of some words, in the order of the form; none of a form of another site."""
    if not address_of_form(request):
        return []
    names = [name for name in request.POST if not any(part in name for part in SECRET)]
    values = [value for name in names for value in request.POST.getlist(name)]
    texts = [_words(value).strip() for value in values]
    return [text for text in texts if len(text) >= SHORTEST and len(text.split()) > 1]


def _words(value: str) -> str:
    """Of what the editor has written, the words, a paragraph a line."""
    return text_of(value) if value.startswith("<") else value
