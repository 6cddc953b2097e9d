"""To appreciate, to report, to ignore: each a POST of its own."""

from django.views.decorators.http import require_POST, require_safe

from comments import taking_part
from comments.forms import ReportForm
from comments.rules import can_report, can_write

from .answers import answer, done, find_comment, find_to_take, load_again, private, refuse


@private
@require_POST
def appreciate(request, pk, **address):
    return _deed(request, address, pk, taking_part.appreciate)


@private
@require_POST
def take_back_appreciation(request, pk, **address):
    return _deed(request, address, pk, taking_part.take_back)


def _deed(request, address, pk, verb):
    article, comment, refusal = find_to_take(request, address, pk)
    if refusal:
        return refusal
    verdict = can_write(request.user, article)
    if not verdict.allowed:
        return refuse(request, article, verdict, comment=comment)
    verb(comment, by=request.user)
    return done(request, article, comment)


@private
@require_safe
def report_contribution(request, pk, **address):
    article, comment = find_comment(request, address, pk)
    verdict = can_report(request.user, comment)
    if not verdict.allowed:
        return refuse(request, article, verdict, comment=comment)
    return answer(request, "comments/_report.html", article, {"comment": comment, "form": ReportForm()})


@private
@require_POST
def send_report(request, pk, **address):
    typed = request.POST.get("words", "")
    article, comment, refusal = find_to_take(request, address, pk, typed=typed)
    if refusal:
        return refusal
    verdict = can_report(request.user, comment)
    if not verdict.allowed:
        return refuse(request, article, verdict, typed=typed, comment=comment)
    form = ReportForm(request.POST)
    if not form.is_valid():
        return answer(request, "comments/_report.html", article, {"comment": comment, "form": form}, status=422)
    taking_part.report(comment, by=request.user, **form.cleaned_data)
    return done(request, article, comment)


@private
@require_POST
def ignore_author(request, pk, **address):
    article, comment = find_comment(request, address, pk)
    taking_part.ignore(comment.author, by=request.user)
    return load_again(request, article)


@private
@require_POST
def stop_ignoring_author(request, pk, **address):
    article, comment = find_comment(request, address, pk)
    taking_part.stop_ignoring(comment.author, by=request.user)
    return load_again(request, article)
