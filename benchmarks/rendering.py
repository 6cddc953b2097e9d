"""Contributions as HTML: a text eight times as long takes about eight times as long, also one made to be slow."""

from benchmarks.bench import Bench
from comments.rendering import html_of

SHORT, LONG = 12_500, 100_000
HOSTILE = {
    "nested quotes": ">",
    "links": "https://example.org/a_(b) ",
    "one address": "https://example.org/(",
    "towers of marks": "Z\u0351\u0363\u0310",
}


def growing(piece):
    def prepare():
        short, long = piece * (SHORT // len(piece)), piece * (LONG // len(piece))
        return lambda: html_of(long), lambda: html_of(short)

    return prepare


BENCHES = [
    Bench(f"{LONG} characters of {name}", f"{SHORT} of them", 2 * LONG / SHORT, growing(piece))
    for name, piece in HOSTILE.items()
]
