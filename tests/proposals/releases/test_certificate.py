"""The certificate of fidelity: what it counts, and what it finds when a release is not faithful."""

import copy

import pytest

from governance.people.refused import Refused
from proposals import editing
from proposals.demo.loading import load
from proposals.releases.certificate import certify, problems_of
from proposals.releases.content import content_of
from tests.triggers import without_triggers


@pytest.fixture(params=["3774", "9990"])
def content(request, db):
    (proposal,) = load(request.param).proposals
    return content_of(proposal)


def test_every_provision_of_the_demonstration_is_printed_or_compared(content):
    found = certify(content)
    assert problems_of(found) == []
    for one in found.values():
        assert one["printed"] + one["omitted"] == one["provisions"]
        assert one["printed"]
        assert one["omitted"]


def rows_of(content, kind, *, shown=True):
    table = content["papers"]["en"]["table"]
    return [row for row in table["rows"] if row["kind"] == kind and row["shown"] == shown]


def tampered(content, tamper):
    copied = copy.deepcopy(content)
    tamper(copied)
    return problems_of(certify(copied))


def test_a_word_changed_in_a_row_is_found(content):
    def tamper(data):
        line = next(
            line
            for line in rows_of(data, "amended")[0]["proposed"]["lines"]
            if line["role"] == "text"
        )
        line["spans"][0]["text"] = "Something else. " + line["spans"][0]["text"][3:]

    assert tampered(content, tamper)


def test_a_row_taken_out_is_found(content):
    def tamper(data):
        rows = data["papers"]["en"]["table"]["rows"]
        rows.remove(rows_of(data, "amended")[0])

    assert any("is in no row of the present column" in one for one in tampered(content, tamper))


def test_an_amended_article_that_is_left_out_is_found(content):
    def tamper(data):
        rows_of(data, "amended")[0]["shown"] = False

    assert any("is left out of the table" in one for one in tampered(content, tamper))


def test_another_present_text_is_found(content):
    def tamper(data):
        for unit in data["applied"]["en"]["present"]["main"]["children"]:
            for child in unit["children"]:
                for piece in child["pieces"]:
                    if piece["role"] == "text" and "shares" in piece["text"]:
                        piece["text"] = piece["text"].replace("shares", "stocks")

    assert tampered(content, tamper)


def test_operations_that_are_not_those_of_the_table_are_found(content):
    def tamper(data):
        operations = data["applied"]["en"]["operations"]
        operations[:] = [one for one in operations if one["operation"] != "replace"]

    assert tampered(content, tamper)


def test_a_release_that_is_not_faithful_is_refused(approved, publish):
    stored = approved.approvals.get().content
    rows_of(stored, "amended")[0]["proposed"]["lines"].pop()
    with without_triggers():
        approved.approvals.update(content=stored)
    with pytest.raises(Refused) as refused:
        publish(approved)
    assert refused.value.sentence.startswith(
        "The release does not say faithfully what is changed: "
    )
    assert not approved.releases.exists()


def test_a_release_keeps_its_certificate_and_what_made_it(approved, publish):
    release = publish(approved)
    assert release.certificate["en"]["problems"] == []
    assert release.certificate["en"]["provisions"] == 8
    assert (release.certificate["en"]["printed"], release.certificate["en"]["omitted"]) == (1, 7)
    assert {"weasyprint", "rules", "python"} <= release.versions.keys()
    assert any(name.startswith("font ") for name in release.versions)


def test_all_house_styles_are_certified(complete, company, legal, articles):
    editing.add_change(complete, by=legal, operation="delete", at=articles[3].key)
    for style in ("english-release", "english-notice"):
        company.house_style_en = style
        company.save()
        complete.refresh_from_db()
        assert problems_of(certify(content_of(complete))) == [], style
