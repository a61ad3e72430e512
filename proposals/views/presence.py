"""Who else is at the table of a proposal, and whether anything was saved there meanwhile."""

from datetime import timedelta

from django.utils import timezone

from governance.views.signed_in_request import SignedInRequest
from proposals.models import CellPresence
from proposals.views.desk import Answer, posts_json
from proposals.views.table_languages import cell_language
from proposals.workflow.access import proposal_for
from proposals.workflow.permissions import refusal, require

GONE_AFTER = timedelta(seconds=20)
"""A page that has said nothing for so long is closed, or nobody looks at it."""


@posts_json
def presence(request: SignedInRequest, address: str) -> Answer:
    """POST …/table/presence/: which cell is open here (`key`, "" for none); the others' answered.

    `stamp` is another one as soon as anything of the draft was saved.
    """
    proposal = proposal_for(request.user, address)
    require(request.user, "record", proposal)
    now = timezone.now()
    said = {
        "key": request.POST.get("key", "")[:40],
        "language": cell_language(request, proposal.company),
        "at": now,
    }
    CellPresence.objects.update_or_create(proposal=proposal, user=request.user, defaults=said)
    others = CellPresence.objects.filter(proposal=proposal, at__gt=now - GONE_AFTER)
    return {
        "here": [
            {
                "who": one.user.get_full_name() or one.user.get_username(),
                "key": one.key,
                "language": one.language,
            }
            for one in others.exclude(user=request.user).select_related("user").order_by("user")
        ],
        # The draft went into review, say, while the page stood open.
        "refusal": refusal(request.user, "edit", proposal),
        "stamp": proposal.updated_at.isoformat(),
    }
