"""The only writer of a contribution's state. Who may do it, and why, is the business of its callers."""

from django.db import transaction

from .models import Comment


@transaction.atomic
def move(comment, *before, to, **changes) -> bool:
    """From one of the states ``before`` to another, with other fields of the row; False, and nothing written, when the
    contribution was in none of them any more. What is not visible is not featured."""
    if to != Comment.State.VISIBLE:
        changes["featured_at"] = None
    values = {"state": to, **changes}
    if not Comment.objects.filter(pk=comment.pk, state__in=before).update(**values):
        return False
    for name, value in values.items():
        setattr(comment, name, value)
    return True
