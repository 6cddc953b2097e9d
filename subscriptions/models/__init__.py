"""Who pays, for what, until when. Plans are what is for sale; orders, payments, refunds, periods and revocations are
the ledger, which is only appended to. Nothing here names an article."""

from .append_only import AppendOnly
from .code_try import CodeTry
from .gift import Gift
from .institution import Institution, Seat
from .ledger import Discrepancy, Payment, ProviderEvent, Refund
from .notice import Notice, ReminderChoice
from .order import Order
from .plan import Plan, Price, Zone
from .reader import Reader
from .subscription import Revocation, Subscription
from .terms import Terms
from .voucher import Agent, AgentSettlement, Voucher, VoucherBatch

__all__ = [
    "Agent",
    "AgentSettlement",
    "AppendOnly",
    "CodeTry",
    "Discrepancy",
    "Gift",
    "Institution",
    "Notice",
    "Order",
    "Payment",
    "Plan",
    "Price",
    "ProviderEvent",
    "Reader",
    "Refund",
    "ReminderChoice",
    "Revocation",
    "Seat",
    "Subscription",
    "Terms",
    "Voucher",
    "VoucherBatch",
    "Zone",
]
