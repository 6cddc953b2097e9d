"""What allauth's views do not do the way this site wants it."""

from allauth.account.views import PasswordResetFromKeyView
from django.shortcuts import render
from django.views.decorators.cache import never_cache


class ResetPasswordFromKeyView(PasswordResetFromKeyView):
    """Following a link changes nothing: whoever is signed in here as somebody else stays so until the form is sent."""

    def logout(self):
        if self.request.method == "POST":
            super().logout()


@never_cache
def too_many_requests(request, exception=None):
    return render(request, "accounts/too_many_requests.html", status=429)
