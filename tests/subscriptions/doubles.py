"""What stands in for a provider in tests: it answers nothing but what a test's own class says."""

from subscriptions.providers.base import NotSigned, Provider, ProviderError


class Double(Provider):
    def start(self, order, *, return_url):
        raise ProviderError("This double opens no payment page.")

    def verify(self, body, headers, *, now):
        raise NotSigned

    def ask(self, order):
        raise ProviderError("This double answers nothing.")
