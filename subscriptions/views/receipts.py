"""Receipts, as page and as PDF: each for its buyer alone, however its address was come by."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.template.loader import render_to_string
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from subscriptions.letters import receipt_facts
from subscriptions.models import Payment
from subscriptions.receipt_paper import paper


def own_payment(request, number) -> Payment:
    payments = Payment.objects.ours().select_related("order", "refund", "discrepancy__order")
    return get_object_or_404(payments, receipt=number, order__user=request.user)


@never_cache
@require_safe
@login_required
def receipt(request, number):
    payment = own_payment(request, number)
    context = {"payment": payment, "facts": receipt_facts(payment), "refund": getattr(payment, "refund", None)}
    return render(request, "subscriptions/receipt.html", context)


@never_cache
@require_safe
@login_required
def receipt_pdf(request, number):
    payment = own_payment(request, number)
    # The template knows the newspaper, of which this app knows nothing.
    head = render_to_string("subscriptions/receipt_head.txt", request=request).strip().splitlines()
    answer = HttpResponse(paper(payment, head), content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="recu-{payment.receipt}.pdf"'
    return answer
