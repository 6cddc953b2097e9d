"""Every route of the URLconf, for tests that walk the whole site: a new one is walked, or fails as unclassified."""

from django.urls import URLPattern, get_resolver, reverse


def patterns(resolver=None, namespace=""):
    """(namespace:name, pattern) of every route."""
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLPattern):
            yield f"{namespace}{entry.name}", entry
        else:
            inner = f"{namespace}{entry.namespace}:" if entry.namespace else namespace
            yield from patterns(entry, inner)


def site_routes():
    """Routes outside the back office."""
    return [(name, entry) for name, entry in patterns() if not name.startswith("admin:")]


def paths(routes, arguments):
    """{name: paths} for the routes; ``arguments`` has a list of keyword arguments for each that needs some.

    Fails on a route that needs arguments and has none there.
    """
    found, unclassified = {}, []
    for name, entry in routes:
        if not entry.pattern.converters and not entry.pattern.regex.groups:
            found.setdefault(name, []).append(reverse(name))
        elif name in arguments:
            found.setdefault(name, []).extend(reverse(name, kwargs=kwargs) for kwargs in arguments[name])
        else:
            unclassified.append(name)
    assert not unclassified, f"Say in the test with which arguments these routes are walked: {unclassified}"
    return found
