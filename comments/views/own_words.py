"""To change one's own contribution, and to take it out."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.views.decorators.http import require_POST, require_safe

from comments import editing
from comments.forms import TextForm
from comments.rules import Verdict, can_write, may_withdraw

from .answers import answer, done, find_comment, find_to_take, private, refuse


def _own(request, address, pk):
    """(article, contribution); PermissionDenied where it is somebody else's."""
    article, comment = find_comment(request, address, pk)
    if not may_withdraw(request.user, comment):
        raise PermissionDenied
    return article, comment


def _to_change(request, address, pk):
    """(article, contribution, verdict)."""
    article, comment = _own(request, address, pk)
    return article, comment, can_write(request.user, article)


@private
@require_safe
def edit_contribution(request, pk, **address):
    article, comment, verdict = _to_change(request, address, pk)
    if not verdict.allowed:
        return refuse(request, article, verdict, comment=comment)
    if not editing.may_still_edit(comment):
        return refuse(request, article, Verdict(allowed=False, reason=editing.late().message), comment=comment)
    form = TextForm(initial={"text": comment.text})
    return answer(request, "comments/_edit.html", article, {"comment": comment, "form": form})


@private
@require_POST
def save_contribution(request, pk, **address):
    typed = request.POST.get("text", "")
    article, comment, refusal = find_to_take(request, address, pk, typed=typed)
    if refusal:
        return refusal
    if not may_withdraw(request.user, comment):
        raise PermissionDenied
    verdict = can_write(request.user, article)
    if not verdict.allowed:
        return refuse(request, article, verdict, typed=typed, comment=comment)
    form = TextForm(request.POST)
    if form.is_valid():
        try:
            editing.edit(comment, by=request.user, text=form.cleaned_data["text"])
            return done(request, article, comment)
        except ValidationError as error:
            form.add_error("text", error)
    return answer(request, "comments/_edit.html", article, {"comment": comment, "form": form}, status=422)


@private
@require_safe
def delete_contribution(request, pk, **address):
    article, comment = _own(request, address, pk)
    return answer(request, "comments/_delete.html", article, {"comment": comment})


@private
@require_POST
def confirm_deletion(request, pk, **address):
    article, comment = _own(request, address, pk)
    editing.delete(comment, by=request.user)
    return done(request, article, comment)
