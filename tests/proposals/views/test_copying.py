"""The page on which a proposal is copied."""

from proposals.models import Proposal
from tests.proposals.views.drafting import amend, form_of, reason

PATH = "/proposals/3774-21-1/copy/"


def test_copy_is_begun_at_another_meeting(
    signed_in, proposal, articles, legal, colleague, secretary, reader, stranger
):
    reason(proposal, legal, covers=[amend(proposal, legal, articles[5])])
    client = signed_in(colleague)
    sent = form_of(client, PATH)
    assert (sent["title_en"], sent["base_day"]) == (proposal.title_en, proposal.base_day)
    new = {"meeting": "new", "ordinal": "22", "date": "2014-06-25", "kind": "ordinary"}
    answer = client.post(PATH, sent | new)
    assert answer.headers["Location"] == "/proposals/3774-22-1/"
    made = Proposal.objects.at_address("3774-22-1").get()
    assert (made.changes.count(), made.reasons.get().changes.count()) == (1, 1)
    assert (made.resolved_on, made.effective_on) == (None, None)
    page = client.get("/proposals/3774-22-1/")
    assert page.context["events"][0].done == "Copied from another proposal"
    assert f'href="{PATH}"' in client.get("/proposals/3774-21-1/").content.decode()
    assert (
        f'href="{PATH}"' not in signed_in(secretary).get("/proposals/3774-21-1/").content.decode()
    )
    statuses = [signed_in(user).get(PATH).status_code for user in (secretary, reader, stranger)]
    assert statuses == [403, 404, 404]
