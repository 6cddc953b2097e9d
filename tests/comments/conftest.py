import pytest

from comments import words


@pytest.fixture(autouse=True)
def fresh_words():
    """Each test has a database of its own, in which versions of the lists begin anew."""
    words.forget()
