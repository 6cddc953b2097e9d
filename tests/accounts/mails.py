"""What a person finds in their mailbox."""

import re


def code_in(message) -> str:
    return re.search(r"\b\d{4}-\d{4}\b", message.body)[0]


def link_in(message) -> str:
    """The path of the first link to a page of the accounts."""
    return re.search(r"http://[^/\s]+(/compte/\S+)", message.body)[1]
