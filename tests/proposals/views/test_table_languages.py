"""The table in two languages: the other language's row behind each, and what is out of step."""

import pytest

from governance.models import Wording
from proposals import editing
from proposals.models import Change
from tests.proposals.views.drafting import add
from tests.triggers import without_triggers

PATH = "/proposals/3774-21-1/"
BOTH = "?language=en&languages=both"
SEAT = "The Company has its seat in Kyoto."


@pytest.fixture
def in_both(company, articles):
    """The articles of both languages, by their numbers."""
    company.keeps_japanese = True
    company.save()
    with without_triggers():
        for number, one in articles.items():
            words = {"caption_ja": f"見出し{number}", "body_ja": "規定する。"}
            Wording.objects.filter(article=one).update(**words)
    return articles


@pytest.fixture
def groups(signed_in, legal, proposal, in_both):
    """The ids of the groups of the page, and those of them that are out of step."""

    def shown(query=BOTH):
        found = signed_in(legal).get(f"{PATH}{query}").context["groups"]
        return [one.id for one in found], [one.id for one in found if one.out_of_step]

    return shown


def replace(proposal, by, article, **words):
    return editing.add_change(proposal, by=by, operation="replace", at=f"a{article.pk}", **words)


def test_each_row_stands_in_both_languages(groups, proposal, legal, in_both):
    change = replace(proposal, legal, in_both[2], body_en=SEAT, body_ja="京都に置く。")
    made = add(proposal, legal, f"a{in_both[5].pk}", caption_ja="印章", body_ja="印章を置く。")
    shown, out_of_step = groups()
    for key in (f"a{change.target_id}", made.key):
        at = shown.index(f"row-{key}")
        assert shown[at + 1] == f"row-{key}-ja"
    assert out_of_step == []
    unfolded, _none = groups(f"{BOTH}&open=a{in_both[1].pk}")
    key = f"row-a{in_both[1].pk}"
    assert key not in shown
    assert unfolded[unfolded.index(key) + 1] == f"{key}-ja"
    assert [one for one in groups("?language=en")[0] if one.endswith("-ja")] == []


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ({"body_en": SEAT}, "row-{}-ja"),
        ({"body_ja": "京都に置く。"}, "row-{}"),
        ({"body_en": SEAT, "body_ja": "京都に置く。", "caption_ja": "本店"}, "row-{}"),
        ({"caption_en": "Seat", "caption_ja": "本店"}, ""),
        ({"caption_en": "Seat", "caption_ja": ""}, ""),
    ],
)
def test_a_cell_that_lacks_what_the_other_has_is_out_of_step(
    groups, signed_in, proposal, legal, in_both, words, marked
):
    replace(proposal, legal, in_both[2], **words)
    key = f"a{in_both[2].pk}"
    shown, out_of_step = groups()
    assert out_of_step == ([marked.format(key)] if marked else [])
    # Changed in one language, both rows are there, whichever it is.
    assert shown.index(f"row-{key}-ja") == shown.index(f"row-{key}") + 1
    page = signed_in(legal).get(f"{PATH}?language=en").content.decode()
    assert ("1 cell out of step" in page) is bool(marked)
    assert (f"languages=both#{marked.format(key)}" in page) is bool(marked)


def test_an_insertion_in_one_language_is_out_of_step_in_the_other(groups, proposal, legal, in_both):
    made = add(proposal, legal, f"a{in_both[5].pk}")
    assert groups()[1] == [f"row-{made.key}-ja"]
    editing.save_change(
        made, by=legal, version=made.version, body_ja="印章を置く。", caption_ja="印"
    )
    assert groups()[1] == []


def test_a_language_without_captions_lacks_none(groups, proposal, legal, in_both):
    with without_triggers():
        Wording.objects.update(caption_ja="")
    add(proposal, legal, f"a{in_both[5].pk}", body_ja="印章を置く。")
    assert groups()[1] == []


def test_a_cell_of_the_other_language_is_written_and_comes_back(
    groups, signed_in, proposal, legal, in_both
):
    replace(proposal, legal, in_both[2], body_en=SEAT)
    client, key = signed_in(legal), f"a{in_both[2].pk}"
    asked = {"key": key, "cell_language": "ja"}
    cell = client.get(f"{PATH}table/cell/{BOTH}", asked | {"language": "en", "languages": "both"})
    assert cell.json()["body"] == "規定する。"
    page = client.get(f"{PATH}{BOTH}").context["groups"]
    have = ",".join(f"{one.id}:{one.digest}" for one in page)
    sent = {"version": cell.json()["version"], "visit": "1" * 8 + "-1111-4111-8111-" + "1" * 12}
    words = {"caption": "見出し2", "body": "京都に置く。", "sending": 1, "have": have}
    answer = client.post(f"{PATH}table/words/{BOTH}", asked | sent | words).json()
    assert answer["row"] == f"row-{key}-ja"
    assert "<ins>京都に置く" in answer["groups"][f"row-{key}-ja"]
    assert f"row-{key}-ja" in answer["order"]
    assert Change.objects.get().body_ja == "京都に置く。"
    assert groups()[1] == []
    undone = client.post(f"{PATH}table/act/{BOTH}", {"do": "undo", "have": have}).json()
    assert (undone["order"], undone["groups"]) == (None, {})
