"""Private parts of a page, which a script fetches into it; without scripts the same address is a page of its own."""


def wants_fragment(request) -> bool:
    """Whether the script of the public page asks (static/js/private-areas.js)."""
    return request.headers.get("X-Requested-With") == "fragment"
