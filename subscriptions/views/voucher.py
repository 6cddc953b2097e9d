"""The page on which a reader enters a scratch code. The code travels in the body of a POST and nowhere else."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST, require_safe

from subscriptions import guessing, vouchers
from subscriptions.code_form import CodeForm
from subscriptions.dates import end_in_words
from subscriptions.refusals import AlreadyTheirs, Refused
from subscriptions.standing import real_end


@never_cache
@require_safe
def voucher(request):
    """Anybody may open it; without a sign-in it says to sign in first, so that nothing typed has to be carried on."""
    return render(request, "subscriptions/voucher.html", {"form": CodeForm()})


@sensitive_post_parameters("code")
@never_cache
@require_POST
@login_required(login_url="voucher", redirect_field_name=None)
def redeem_voucher(request):
    form = CodeForm(request.POST)
    if not form.is_valid():
        return refuse(request, form)
    try:
        period = guessing.attempt(request, form.cleaned_data["code"], vouchers)
    except AlreadyTheirs as theirs:
        messages.info(request, already_in_words(theirs.period))
        return redirect("account")
    except guessing.TooManyTries as too_many:
        form.add_error("code", again_in_words(too_many.again_at))
        return refuse(request, form, status=429)
    except Refused as refused:
        form.add_error("code", str(refused))
        return refuse(request, form)
    sentence = _("Your code is taken: you are a subscriber until {date}.")
    messages.success(request, sentence.format(date=end_in_words(period.starts_at, period.ends_at)))
    return redirect("account")


def already_in_words(period) -> str:
    end = real_end(period)
    if end <= timezone.now():
        sentence = _("You have used this code already: what it gave ended on {date}.")
    else:
        sentence = _("This code is used already, by you: you are a subscriber until {date}.")
    return sentence.format(date=end_in_words(period.starts_at, end))


def again_in_words(instant) -> str:
    hour = timezone.localtime(instant, timezone.get_default_timezone())
    return _("Too many codes were wrong. Try again at {hour}.").format(hour=f"{hour:%H:%M}")


def refuse(request, form, status=400):
    return render(request, "subscriptions/voucher.html", {"form": form}, status=status)
