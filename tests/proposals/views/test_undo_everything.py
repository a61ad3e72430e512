"""A whole draft made through the desk's own addresses, undone to the bare articles and redone."""

from itertools import pairwise
from uuid import uuid4

from proposals.models import Change, Proposal, Reason
from tests.proposals.views.drafting import form_of

PATH = "/proposals/3774-21-1/"
DOUBTFUL = "The term of Article 4 of the Kamo Way is one year, and Article 3 holds."


class Desk:
    """What a page of the desk sends, and what the page shows."""

    def __init__(self, client, articles):
        self.client, self.articles = client, articles

    def key(self, number):
        return f"a{self.articles[number].pk}"

    def send(self, where, /, **values):
        answer = self.client.post(f"{PATH}{where}/", values)
        assert answer.status_code in (200, 302), answer.content
        return answer

    def send_form(self, where, **values):
        return self.send(where, **(form_of(self.client, f"{PATH}{where}/") | values))

    def words(self, **values):
        given = {"visit": str(uuid4()), "sending": 1, "version": 0, "caption": "", "key": ""}
        return self.send("table/words", **(given | values)).json()

    def shown(self):
        """The table with all folds open, the reasons, the days, the decisions."""
        context = self.client.get(f"{PATH}?open=all").context
        table = [
            [(row.kind, row.present.lines, row.proposed.lines) for row in group.rows]
            for group in context["groups"]
        ]
        decided = [one["decision"] and one["decision"].whose for one in context["uncertain"]]
        changes = [
            (one.key, one.reason_id and one.reason.position, one.effective_on)
            for one in context["draft"].stored_changes
        ]
        reasons = [one["paragraphs"] for one in context["reasons"]]
        return table, reasons, changes, context["days"], decided, context["title"]

    def steps(self):
        """One step of each kind after the other."""
        made = self.words(after=self.key(3), kind="article", caption="Seal", body="A seal.")
        inserted = made["key"]
        yield
        self.words(key=self.key(5), body="The Chair shall chair under Article 4.")
        yield
        self.send("table/decide", key=self.key(5), after=self.key(1))
        yield
        self.send("table/decide", key=inserted, numbering="branch")
        yield
        self.send("table/decide", key=inserted, effective_on="2013-07-01")
        yield
        self.send("table/act", do="delete", key=self.key(2))
        yield
        self.words(key=self.key(6), body=DOUBTFUL)
        yield
        (uncertain,) = self.client.get(PATH).context["uncertain"]
        self.send("citations", language="en", name=uncertain["name"], whose="ours")
        yield
        page = self.send("replace", find_en="Company", replacement_en="Firm", preview="page")
        names = [hit.name for unit in page.context["found"] for hit in unit.hits]
        self.send("replace", find_en="Company", replacement_en="Firm", accepted=names)
        yield
        changes = list(Change.objects.order_by("pk"))
        self.send("reasons", body_en="To have a seal.", covers=[changes[0].pk])
        yield
        self.send("reasons", body_en="To be flexible.", covers=[one.pk for one in changes[1:3]])
        yield
        _first, second = Reason.objects.order_by("position")
        self.send(f"reasons/{second.pk}/up")
        yield
        self.send(f"reasons/{second.pk}", version=1, body_en="To be clear.", covers=[])
        yield
        self.send(f"reasons/{second.pk}/remove")
        yield
        self.send_form("dates", announced_on="2013-05-27")
        yield
        self.send_form("title", title_en="Another Title")
        yield
        self.send("citations", language="en", name=self.uncertain(), whose="")
        yield
        self.send("table/act", do="take-back", key=inserted)
        yield

    def uncertain(self):
        return self.client.get(PATH).context["uncertain"][0]["name"]


def test_all_is_undone_to_the_bare_articles_and_done_again(
    signed_in, proposal, articles, legal, colleague
):
    desk = Desk(signed_in(legal), articles)
    undoing = Desk(signed_in(colleague), articles)
    states = [desk.shown()]
    states += [desk.shown() for _step in desk.steps()]
    assert [at for at, (one, other) in enumerate(pairwise(states)) if one == other] == []
    for state in reversed(states[:-1]):
        undoing.send("table/act", do="undo")
        assert undoing.shown() == state
    assert not Change.objects.exists()
    assert not Reason.objects.exists()
    assert undoing.client.post(f"{PATH}table/act/", {"do": "undo"}).status_code == 422
    for state in states[1:]:
        desk.send("table/act", do="redo")
        assert desk.shown() == state
    assert desk.client.post(f"{PATH}table/act/", {"do": "redo"}).status_code == 422
    assert Proposal.objects.get().steps.filter(of=None, state="standing").count() == len(states) - 1
    told = [one.done for one in desk.client.get(PATH).context["events"] if one.who == "legal"]
    assert {
        "Decided whose a citation is: Article 4",
        "Words replaced in 2 articles",
        "Reasons put in another order",
    } <= set(told)
