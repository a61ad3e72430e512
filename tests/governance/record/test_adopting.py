"""Adoption: what becomes of the days of each article."""

from datetime import date

import pytest

from governance import record
from governance.models import Amendment, Article, AuditEntry, Company, Part, User, Wording
from governance.record import Adoption, NewPart, ProposedProvision, Refused, Words
from governance.text.amending.operations import START, SUPPLEMENTARY, Delete, Insert, Move, Replace
from tests.adoptions import adopted, adoption, found, keys, texts

ADOPTED, EFFECTIVE, OWN = date(2013, 6, 26), date(2013, 7, 1), date(2013, 9, 1)
EVE = date(2013, 6, 25)


@pytest.fixture
def articles(company: Company, legal: User) -> dict[str, str]:
    """Four articles, the third citing the fourth; their identities by number."""
    found(company, "One.", "Two.", "See Article 4.", "Four.", by=legal)
    return keys(company, EVE)


def test_first_articles_are_in_force_from_their_day(company, articles, legal):
    assert texts(company, date(2012, 6, 26)) == []
    assert texts(company, date(2012, 6, 27)) == ["1 One.", "2 Two.", "3 See Article 4.", "4 Four."]
    assert [row.position for row in company.wordings.order_by("number")] == [
        1024,
        2048,
        3072,
        4096,
    ]
    assert list(AuditEntry.objects.values_list("what", "about", "actor")) == [
        ("amendment.adopted", "3774 2012-06-27", legal.pk)
    ]


def test_numbers_and_references_follow_on_the_amendment_s_day(company, articles, legal):
    adopted(
        company,
        Insert("new", after=articles["2"], body="New."),
        by=legal,
        adopted_on=ADOPTED,
        effective_on=EFFECTIVE,
        days={"new": (OWN, None)},
    )
    before = ["1 One.", "2 Two.", "3 See Article 4.", "4 Four."]
    after = ["1 One.", "2 Two.", "3 New.", "4 See Article 5.", "5 Four."]
    hole = [each for each in after if each != "3 New."]
    assert texts(company, EVE, "adopted") == before
    assert texts(company, ADOPTED, "adopted") == after
    days = (date(2013, 6, 30), EFFECTIVE, date(2013, 8, 31), OWN)
    assert [texts(company, day) for day in days] == [before, hole, hole, after]


def test_what_does_not_change_is_not_written_again(company, articles, legal):
    adopted(
        company,
        Replace(articles["4"], body="Other."),
        by=legal,
        adopted_on=ADOPTED,
        effective_on=EFFECTIVE,
    )
    assert sorted(row.body_en for row in company.wordings.all()) == [
        "Four.", "One.", "Other.", "See Article 4.", "Two.",
    ]  # fmt: skip


def test_an_insertion_touches_no_neighbour(company, articles, legal):
    adopted(
        company,
        Insert("a", after=articles["2"], body="A.", branch=True),
        Insert("b", after="a", body="B.", branch=True),
        by=legal,
        adopted_on=ADOPTED,
        effective_on=EFFECTIVE,
    )
    rows = company.wordings.order_by("position").values_list("number", "branch", "position")
    assert list(rows) == [
        (1, 0, 1024),
        (2, 0, 2048),
        (2, 2, 2389),
        (2, 3, 2730),
        (3, 0, 3072),
        (4, 0, 4096),
    ]


def test_what_is_amended_for_a_later_day_has_its_new_number_in_the_meantime(
    company, articles, legal
):
    adopted(
        company,
        Insert("new", after=articles["1"], body="New."),
        Replace(articles["3"], body="See Article 2."),
        by=legal,
        adopted_on=ADOPTED,
        effective_on=EFFECTIVE,
        days={articles["3"]: (OWN, None)},
    )
    assert texts(company, date(2013, 6, 30))[2] == "3 See Article 4."
    # Old words; what they cite has moved, and so have they.
    assert texts(company, EFFECTIVE)[3] == "4 See Article 5."
    assert texts(company, date(2013, 8, 31))[3] == "4 See Article 5."
    assert texts(company, OWN)[3] == "4 See Article 2."
    assert texts(company, ADOPTED, "adopted")[3] == "4 See Article 2."
    steps = record.history_of(Article.objects.get(pk=articles["3"].removeprefix("a")))
    assert [(step.kind, step.wording.label, step.wording.body_en) for step in steps] == [
        ("made", "3", "See Article 4."),
        ("amended", "4", "See Article 5."),
        ("amended", "4", "See Article 2."),
    ]
    assert [step.wording.as_adopted.isempty for step in steps] == [False, True, False]


def test_an_article_emptied_later_keeps_its_words_until_then(company, articles, legal):
    adopted(
        company,
        Delete(articles["2"], keep_number=True),
        by=legal,
        adopted_on=ADOPTED,
        effective_on=EFFECTIVE,
        days={articles["2"]: (OWN, None)},
    )
    assert texts(company, date(2013, 8, 31))[1] == "2 Two."
    assert texts(company, OWN)[1] == "2 (Deleted)"


def test_a_deletion_ends_at_its_day(company, articles, legal):
    adopted(
        company, Delete(articles["4"]), by=legal, adopted_on=ADOPTED, effective_on=EFFECTIVE,
        days={articles["4"]: (OWN, None)},
    )  # fmt: skip
    assert len(texts(company, ADOPTED, "adopted")) == 3
    assert [len(texts(company, day)) for day in (ADOPTED, EFFECTIVE, date(2013, 8, 31), OWN)] == [
        4, 4, 4, 3,
    ]  # fmt: skip


def test_a_deletion_delayed_beyond_a_renumbering_is_refused(company, articles, legal):
    delayed = adoption(
        company,
        Delete(articles["2"]),
        adopted_on=ADOPTED,
        effective_on=EFFECTIVE,
        days={articles["2"]: (OWN, None)},
    )
    with pytest.raises(Refused) as refused:
        record.adopt(delayed, by=legal)
    assert refused.value.sentence == (
        "What is Article 2 now stays in force until September 1, 2013, but from July 1, 2013"
        " another article has that number. Let it be deleted or moved on July 1, 2013 too, or keep"
        " the number of what is deleted."
    )
    # Nothing is half written.
    assert Amendment.objects.count() == 1
    assert company.wordings.filter(ended_by__isnull=False).count() == 0
    assert AuditEntry.objects.count() == 1


def test_a_move_changes_places_and_numbers(company, articles, legal):
    adopted(
        company,
        Move(articles["4"], after=articles["1"]),
        by=legal,
        adopted_on=ADOPTED,
        effective_on=EFFECTIVE,
    )
    assert texts(company, EFFECTIVE) == ["1 One.", "2 Four.", "3 Two.", "4 See Article 2."]
    moved = Article.objects.get(pk=articles["4"].removeprefix("a"))
    assert [step.kind for step in record.history_of(moved)] == ["made", "renumbered"]


def test_an_expiry_is_kept_when_numbers_change_and_renumbers_nothing(company, articles, legal):
    adopted(
        company,
        Insert("s1", after=SUPPLEMENTARY, body="As of then.", part_title="Supplementary"),
        Insert("s2", after="s1", body="For good."),
        by=legal,
        adopted_on=EVE,
        effective_on=EVE,
        days={"s1": (None, OWN)},
    )
    part = Part.objects.get(kind="supplementary")
    adopted(
        company,
        Insert("s0", after=part.key, body="Before."),
        by=legal,
        adopted_on=ADOPTED,
        effective_on=EFFECTIVE,
    )
    days = (ADOPTED, EFFECTIVE, date(2013, 8, 31), OWN)
    assert [texts(company, day)[4:] for day in days] == [
        ["1 As of then.", "2 For good."],
        ["1 Before.", "2 As of then.", "3 For good."],
        ["1 Before.", "2 As of then.", "3 For good."],
        ["1 Before.", "3 For good."],
    ]
    assert texts(company, date(2013, 8, 31), "adopted")[5] == "2 As of then."
    assert texts(company, OWN, "adopted")[4:] == ["1 Before.", "3 For good."]


def test_what_expired_between_draft_and_adoption_is_left_out(company, articles, legal):
    adopted(
        company,
        Insert("s1", after=SUPPLEMENTARY, body="As of then.", part_title="Supplementary"),
        by=legal,
        adopted_on=EVE,
        effective_on=EVE,
        days={"s1": (None, EFFECTIVE)},
    )
    drafted = adoption(
        company, Replace(articles["1"], body="Other."), adopted_on=ADOPTED, effective_on=OWN
    )
    drafted.amendment.adopted_on = date(2013, 7, 2)
    record.adopt(drafted, by=legal)
    assert texts(company, OWN) == ["1 Other.", "2 Two.", "3 See Article 4.", "4 Four."]


def test_an_expired_provision_is_amended_no_more(company, articles, legal):
    adopted(
        company,
        Insert("s1", after=SUPPLEMENTARY, body="As of then.", part_title="Supplementary"),
        by=legal,
        adopted_on=EVE,
        effective_on=EVE,
        days={"s1": (None, EFFECTIVE)},
    )
    key = record.articles_as_of(company, ADOPTED)[-1].key
    drafted = adoption(company, Replace(key, body="Longer."), adopted_on=ADOPTED, effective_on=OWN)
    drafted.amendment.adopted_on = date(2013, 7, 2)
    with pytest.raises(Refused, match="Article 1 has expired on July 1, 2013"):
        record.adopt(drafted, by=legal)


def test_a_provision_not_in_force_yet_is_renumbered_and_waits(company, articles, legal):
    adopted(
        company,
        Insert("new", after=articles["1"], body="New."),
        by=legal,
        adopted_on=EVE,
        effective_on=EVE,
        days={"new": (OWN, None)},
    )
    adopted(
        company,
        Insert("first", after=START, body="First."),
        by=legal,
        adopted_on=ADOPTED,
        effective_on=EFFECTIVE,
    )
    after = ["1 First.", "2 One.", "3 New.", "4 Two.", "5 See Article 6.", "6 Four."]
    assert texts(company, ADOPTED, "adopted") == after
    assert texts(company, EFFECTIVE) == [each for each in after if each != "3 New."]
    assert texts(company, OWN) == after
    new = Wording.objects.filter(body_en="New.").order_by("pk")
    assert [row.in_force.isempty for row in new] == [True, False]


def test_what_an_earlier_amendment_changes_later_is_renumbered_before(company, articles, legal):
    """Adopted first for September; what is adopted after it takes effect in July."""
    adopted(
        company,
        Replace(articles["3"], body="Sea Article 4."),
        by=legal,
        adopted_on=EVE,
        effective_on=OWN,
    )
    adopted(
        company,
        Insert("first", after=START, body="First."),
        by=legal,
        adopted_on=ADOPTED,
        effective_on=EFFECTIVE,
    )
    assert texts(company, date(2013, 6, 30))[2] == "3 See Article 4."
    assert texts(company, EFFECTIVE)[3] == "4 See Article 5."
    assert texts(company, date(2013, 8, 31))[3] == "4 See Article 5."
    assert texts(company, OWN)[3] == "4 Sea Article 5."
    # The end that the first adoption had set came too late: that row is superseded.
    article = Article.objects.get(pk=articles["3"].removeprefix("a"))
    (corrected,) = [step for step in record.history_of(article) if step.corrections]
    assert corrected.wording.body_en == "See Article 4."
    assert [row.superseded_why for row in corrected.corrections] == [
        "A later amendment takes effect before the end recorded here."
    ]


def test_words_for_an_earlier_day_than_those_adopted_before_need_a_day(company, articles, legal):
    adopted(
        company,
        Replace(articles["1"], body="Uno."),
        by=legal,
        adopted_on=EVE,
        effective_on=OWN,
    )
    change = Replace(articles["1"], body="Eins.")
    with pytest.raises(Refused) as refused:
        adopted(company, change, by=legal, adopted_on=ADOPTED, effective_on=EFFECTIVE)
    assert refused.value.sentence == (
        "Article 1 was amended before, from September 1, 2013 on. Give the change a day of its own:"
        " before that day, on it or after it."
    )
    own = {articles["1"]: (date(2013, 8, 1), None)}
    adopted(company, change, by=legal, adopted_on=ADOPTED, effective_on=EFFECTIVE, days=own)
    days = (EFFECTIVE, date(2013, 8, 1), OWN)
    assert [texts(company, day)[0] for day in days] == ["1 One.", "1 Eins.", "1 Eins."]


def test_two_amendments_of_one_day_follow_each_other(company, articles, legal):
    for body in ("Uno.", "Eins."):
        adopted(
            company,
            Replace(articles["1"], body=body),
            by=legal,
            adopted_on=ADOPTED,
            effective_on=ADOPTED,
        )
    for clock in ("in_force", "adopted"):
        days = (EVE, ADOPTED, EFFECTIVE)
        assert [texts(company, day, clock)[0] for day in days] == ["1 One.", "1 Eins.", "1 Eins."]
    article = Article.objects.get(pk=articles["1"].removeprefix("a"))
    assert [step.wording.body_en for step in record.history_of(article)] == [
        "One.",
        "Uno.",
        "Eins.",
    ]


@pytest.mark.parametrize(
    ("days", "sentence"),
    [
        ((date(2013, 6, 30), None), "cannot take effect on June 30, 2013, before July 1, 2013"),
        ((OWN, OWN), "would expire on September 1, 2013, not after it takes effect"),
        ((OWN, date(2013, 8, 1)), "would expire on August 1, 2013, not after it takes effect"),
    ],
)
def test_days_that_cannot_be_are_refused(company, articles, legal, days, sentence):
    change = Replace(articles["1"], body="Other.")
    own = {articles["1"]: days}
    with pytest.raises(Refused, match=f"Article 1 {sentence}"):
        adopted(company, change, by=legal, adopted_on=ADOPTED, effective_on=EFFECTIVE, days=own)


def test_amendments_are_recorded_in_the_order_of_their_adoption(company, articles, legal):
    change = Replace(articles["1"], body="Other.")
    early = adoption(company, change, adopted_on=EVE, effective_on=EFFECTIVE)
    adopted(company, Delete(articles["4"]), by=legal, adopted_on=ADOPTED, effective_on=EFFECTIVE)
    with pytest.raises(Refused, match=r"adopted on June 26, 2013 is on record already"):
        record.adopt(early, by=legal)
    late = adoption(company, change, adopted_on=EVE, effective_on=EFFECTIVE)
    late.amendment.adopted_on = ADOPTED
    with pytest.raises(Refused, match="they have been amended or corrected since"):
        record.adopt(late, by=legal)


def test_what_changes_nothing_is_no_amendment(company, articles, legal):
    with pytest.raises(Refused, match="changes nothing"):
        adopted(company, by=legal, adopted_on=ADOPTED, effective_on=EFFECTIVE)
    assert Amendment.objects.count() == 1


def test_every_article_has_to_be_spoken_of(company, articles, legal):
    whole = adoption(
        company,
        Replace(articles["1"], body="Other."),
        adopted_on=ADOPTED,
        effective_on=EFFECTIVE,
    )
    with pytest.raises(ValueError, match="does not say what becomes of"):
        record.adopt(Adoption(whole.amendment, whole.base, whole.provisions[:-1]), by=legal)


def test_two_articles_of_one_number_are_refused(company, legal):
    article = ProposedProvision("a", "main", "article", 1, 0, Words(body_ja="文。"))
    twin = ProposedProvision("b", "main", "article", 1, 0, Words(body_ja="文。"))
    amendment = Amendment(company=company, decided_by="incorporation", adopted_on=ADOPTED)
    with pytest.raises(Refused, match="have the same number: Article 1"):
        record.adopt(
            Adoption(amendment, (), (article, twin), parts=(NewPart("main", "main"),)), by=legal
        )


def test_an_amendment_that_names_no_meeting_is_refused(company, articles, legal):
    made = adoption(company, Delete(articles["4"]), adopted_on=ADOPTED, effective_on=EFFECTIVE)
    made.amendment.decided_by = "meeting"
    with pytest.raises(Refused, match="Name the meeting"):
        record.adopt(made, by=legal)


def test_an_adoption_takes_few_queries(company, legal, django_assert_max_num_queries):
    found(company, *(f"No. {number}." for number in range(1, 120)), by=legal)
    first = keys(company, EVE)["1"]
    with django_assert_max_num_queries(40):
        adopted(
            company,
            Insert("new", after=first, body="New."),
            by=legal,
            adopted_on=ADOPTED,
            effective_on=EFFECTIVE,
        )


def test_who_recorded_is_in_the_histories(company, articles, legal, secretary):
    amendment = adopted(
        company,
        Insert("new", after=articles["3"], body="New."),
        by=secretary,
        adopted_on=ADOPTED,
        effective_on=EFFECTIVE,
    )
    assert amendment.history.get().history_user == secretary
    four = Wording.objects.filter(article=articles["4"].removeprefix("a")).order_by("pk")
    assert [
        [(line.history_type, line.history_user) for line in row.history.order_by("history_id")]
        for row in four
    ] == [[("+", legal), ("~", secretary)], [("+", secretary)]]
    assert Article.objects.latest("pk").history.get().history_user == secretary
