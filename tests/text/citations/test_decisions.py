"""A person decides whose a citation is where the program is unsure."""

from __future__ import annotations

import pytest

from governance.text.amending.builder import AmendmentResult, amend
from governance.text.amending.operations import Delete, Insert, Replace
from governance.text.checks import check, findings_of
from governance.text.citations.decisions import Decision
from governance.text.citations.typed_targets import find_targets
from governance.text.compare import compare
from governance.text.owner import Whose
from governance.text.reading.read import read
from governance.text.reading.write import write
from governance.text.table.house_style import PRESETS
from governance.text.tree.provision import ArticlesOfIncorporation

ARTICLES = """Article 1. The name is Kamo.
Article 2. The seat is in Kyoto.
Article 3. Notices are posted.
Article 4. The fee is that of Article 3 of the Kamo Concordance.
"""
LINE = "The fee is that of Article 3 of the Kamo Concordance."
KEY = "article:4/paragraph:1"
LAMPS = Insert("new", "article:1", body="The Company makes lamps.")


def present() -> ArticlesOfIncorporation:
    return read(ARTICLES, "en").articles


def decision(whose: Whose, line: str = LINE) -> Decision:
    return Decision(KEY, line, "Article 3", whose)


def uncertain(result: AmendmentResult) -> list[str]:
    return [each.at for each in findings_of(result) if each.code == "uncertain-citation"]


def test_undecided_it_is_left_and_reported() -> None:
    result = amend(present(), [LAMPS])
    assert LINE in write(result.proposed)
    assert [each.outcome for each in result.consequences] == ["unsure"]
    [found] = [each for each in findings_of(result) if each.code == "uncertain-citation"]
    assert found.severity == "warning"
    assert found.message.en == (
        "Article 5: Article 3 is either of “the Kamo Concordance” or of these articles "
        "(Article 3, now Article 4); it was left as it is."
    )


def test_the_finding_says_what_became_of_the_number() -> None:
    result = amend(present(), [Delete("article:3")])
    [found] = [each for each in findings_of(result) if each.code == "uncertain-citation"]
    assert found.severity == "warning"
    assert "(Article 3, of which not all is left)" in found.message.en
    assert "（第3条、残らないものあり）" in found.message.ja
    [consequence] = result.consequences
    assert consequence.why.en == (
        "Article 3 may be of “the Kamo Concordance” or of these articles: it is left as it is."
    )
    assert consequence.why.ja


def test_in_new_wording_it_is_a_notice() -> None:
    words = "Lamps are of Article 2 of the Kamo Concordance."
    result = amend(present(), [Insert("new", "article:4", body=words)])
    severities = {each.at: each.severity for each in findings_of(result)}
    assert severities == {"article:4/paragraph:1": "notice", "article:5/paragraph:1": "notice"}


def test_decided_to_be_ours_it_follows() -> None:
    result = amend(present(), [LAMPS], [decision(Whose.OURS)])
    assert "that of Article 4 of the Kamo Concordance" in write(result.proposed)
    assert [each.outcome for each in result.consequences] == ["followed"]
    assert uncertain(result) == []


def test_a_decision_goes_on_with_the_words_that_were_followed() -> None:
    result = amend(present(), [LAMPS], [decision(Whose.OURS)])
    moved = LINE.replace("Article 3", "Article 4")
    assert result.carried_decisions == (Decision(KEY, moved, "Article 4", Whose.OURS),)
    again = amend(
        result.proposed, [Insert("b", "article:1", body="Oil.")], result.carried_decisions
    )
    assert "that of Article 5 of the Kamo Concordance" in write(again.proposed)


@pytest.mark.parametrize("whose", [Whose.OTHER, Whose.PAST])
def test_decided_not_to_be_ours_it_is_left_and_not_reported(whose: Whose) -> None:
    result = amend(present(), [LAMPS], [decision(whose)])
    assert LINE in write(result.proposed)
    assert uncertain(result) == []
    outcome = {Whose.OTHER: "external", Whose.PAST: "past"}[whose]
    assert [each.outcome for each in result.consequences] == [outcome]


def test_a_decision_stands_as_long_as_the_words_stand() -> None:
    changed = decision(Whose.OURS, "Another line with Article 3 of the Kamo Concordance.")
    assert uncertain(amend(present(), [LAMPS], [changed])) == ["article:5/paragraph:1"]
    elsewhere = Decision("article:3/paragraph:1", LINE, "Article 3", Whose.OURS)
    assert uncertain(amend(present(), [LAMPS], [elsewhere])) == ["article:5/paragraph:1"]
    unknown = Decision("article:9/paragraph:1", LINE, "Article 3", Whose.OURS)
    unsaid = Decision(KEY, LINE, "Article 8", Whose.OURS)
    for other in (changed, elsewhere, unknown, unsaid):
        assert amend(present(), [LAMPS], [other]).carried_decisions == ()


def test_a_decision_about_words_that_go_is_gone() -> None:
    result = amend(present(), [Replace("article:4", body="No fee.")], [decision(Whose.OURS)])
    assert result.carried_decisions == ()


def test_it_decides_what_was_unsure_and_nothing_else() -> None:
    articles = read(ARTICLES.replace("the Kamo Concordance", "the Bank Act"), "en").articles
    line = LINE.replace("the Kamo Concordance", "the Bank Act")
    result = amend(articles, [LAMPS], [decision(Whose.OURS, line)])
    assert line in write(result.proposed)


def test_newly_typed_wording_follows_as_decided() -> None:
    words = "Lamps are of Article 3 of the Kamo Concordance."
    typed = Insert("new", "article:4", body=words)
    [paragraph] = amend(present(), [typed]).proposed.by_key("new").children  # type: ignore[union-attr]
    decided = [Decision(paragraph.key, words, "Article 3", Whose.OURS)]
    moment = amend(present(), [typed], decided).proposed
    targets = find_targets(moment, "new", decided)
    assert targets == {"article:3": "article:3"}
    later = Insert("new", "article:4", body=words, citation_targets=targets)
    result = amend(present(), [later, Insert("b", "article:1", body="Oil.")], decided)
    assert "Lamps are of Article 4 of the Kamo Concordance." in write(result.proposed)
    assert result.carried_decisions[0].citation == "Article 4"


def test_comparing_and_checking_know_decisions() -> None:
    decided = [decision(Whose.OTHER)]
    text = ARTICLES.replace("Notices are posted", "Notices are sent")
    style = PRESETS["english-release"]

    def codes(decisions: list[Decision]) -> set[str]:
        proposed = read(text, "en").articles
        return {each.code for each in compare(present(), proposed, style, None, decisions).findings}

    assert codes([]) == {"uncertain-citation"}
    assert codes(decided) == set()
    assert [each.code for each in check(present(), "present")] == ["uncertain-citation"]
    assert check(present(), "present", None, decided) == ()
