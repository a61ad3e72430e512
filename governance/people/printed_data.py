"""Who is told when something that papers print is changed.

The record knows no proposals. What was approved on the articles, the company or a meeting as they
were hears here that they are so no longer, inside the transaction of whoever changed them.
"""

from collections.abc import Sequence

from django.dispatch import Signal
from django.utils.translation import gettext as _

from governance.models import Company, User

printed_data_changed = Signal()
"""Sent with `company`, a `Company`, and `by`, the `User` who changed something of it. A receiver
returns the addresses of what it reopened."""


def tell_printed_data_changed(company: Company, *, by: User) -> list[str]:
    """Tell it, after the change is written; the addresses of what was reopened for it."""
    answers = printed_data_changed.send(sender=Company, company=company, by=by)
    return [address for _receiver, addresses in answers for address in addresses or ()]


def reopened_sentence(addresses: Sequence[str]) -> str:
    """What is told of the proposals that were reopened for a change of what they print."""
    return _("Reopened, since they were approved with what stood here before: %(proposals)s.") % {
        "proposals": ", ".join(addresses)
    }
