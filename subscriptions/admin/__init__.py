"""The subscriptions office: what is for sale, who has bought it, until when, and where the money is."""

from . import gift, institution, ledger, plan, reader, subscription, terms, voucher  # noqa: F401  (register themselves)
