"""One thing after the other for one person, where what is decided hangs on what the person has."""

from django.contrib.auth import get_user_model
from django.db import connection


def take_turn(user_key):
    """Waits until nobody else decides for this person, until the transaction ends. SQLite has one writer anyway."""
    if connection.features.has_select_for_update:
        get_user_model().objects.select_for_update().get(pk=user_key)
