"""The free part of a subscribers' article: nothing of what comes after the cut is left in it."""

from web.html import clean_stored, text_of
from web.markup import Token, text_in, tokens
from web.normal_form import BLOCKS, escaped
from web.typography import DANGLING, ELLIPSIS

FREE_SHARE = 0.4
CAPTION = frozenset({"figcaption"})
VOID = {"br", "hr"}
BOUNDARY = "\n"


def excerpt(stored: str, share: float = FREE_SHARE) -> str:
    """At most the share of the characters of the text, cut at a word with one ellipsis, as valid HTML with the boxes
    before the cut. Captions and boundaries use up the share and do not add to it. "" when not even a word is free."""
    body = clean_stored(stored)
    total = len(text_of(body, without=CAPTION).replace("\n", ""))
    pieces = list(whole_figures(tokens(body)))
    index, kept = place_of_cut(pieces, int(total * share) - len(ELLIPSIS))
    if not kept:
        return ""
    before = "".join(token.source for piece in pieces[:index] for token in piece)
    after = "".join(f"</{name}>" for name in reversed(open_elements(pieces[:index])))
    return f"{before}{escaped(kept)}{ELLIPSIS}{after}"


def whole_figures(stream):
    """Lists of one token, or of all tokens of a figure."""
    figure = []
    for token in stream:
        if not figure and not is_start_of(token, "figure"):
            yield [token]
            continue
        figure.append(token)
        if token.kind == "end" and token.name == "figure":
            yield figure
            figure = []


def place_of_cut(pieces, room) -> tuple[int, str]:
    """The piece of the last free text and what is kept of it; "" when there is none."""
    last, rest = 0, room
    while last < len(pieces) and (rest := rest - len(text_of_piece(pieces[last]))) >= 0:
        last += 1
    is_boundary = False
    for index in range(min(last, len(pieces) - 1), -1, -1):
        text = text_of_piece(pieces[index])
        if index == last and pieces[index][0].kind == "text":
            text = text[: max(0, len(text) + rest + 1)]
        if pieces[index][0].kind != "text":
            is_boundary = is_boundary or bool(text)
            continue
        kept = (text if is_boundary else up_to_last_space(text)).rstrip(DANGLING)
        if kept:
            return index, kept
        is_boundary = is_boundary or any(map(str.isspace, text))
    return 0, ""


def text_of_piece(piece: list[Token]) -> str:
    """Its characters; of a tag between blocks, and of a figure without caption, a boundary."""
    first = piece[0]
    if len(piece) > 1:
        return "".join(text_in(token) for token in piece if token.kind == "text") or BOUNDARY
    if first.kind == "text":
        return text_in(first)
    return BOUNDARY if first.name in BLOCKS else ""


def up_to_last_space(text: str) -> str:
    end = len(text)
    while end > 0 and not text[end - 1].isspace():
        end -= 1
    return text[:end]


def open_elements(pieces) -> list[str]:
    """The names of elements that are open after the pieces, outermost first."""
    names = []
    for token in (token for piece in pieces for token in piece):
        if token.kind == "end":
            names.pop()
        elif token.kind == "start" and token.name not in VOID:
            names.append(token.name)
    return names


def is_start_of(token, name) -> bool:
    return token.kind == "start" and token.name == name
