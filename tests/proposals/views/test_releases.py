"""The pages around a release: the act, what was released, its certificate."""

from datetime import timedelta

import pytest
from django.utils import timezone

from governance.models import AuditEntry
from proposals.models import Proposal, Release
from proposals.workflow import moves
from tests.proposals.views.drafting import NOW, complete
from tests.releases import publish
from tests.triggers import without_triggers

ONE = "/proposals/3774-21-1/"
LIST, PUBLISH, CORRECT = f"{ONE}releases/", f"{ONE}publish/", f"{ONE}correct/"
GIVEN = {"published_at": "15:30", "resolution": "Minutes of May 24, 2013, item 3"}


@pytest.fixture
def approved(proposal, legal, secretary) -> Proposal:
    complete(proposal, legal)
    moves.submit(proposal, by=legal, at=NOW)
    moves.approve(proposal, by=secretary, at=NOW)
    return proposal


def test_a_secretary_releases_and_readers_see_it(
    signed_in, approved, secretary, legal, reader, stranger
):
    client = signed_in(secretary)
    page = client.get(PUBLISH).content.decode()
    assert "Nothing is missing, nothing differs" in page
    assert signed_in(reader).get(LIST).status_code == 404
    answer = client.post(PUBLISH, GIVEN)
    assert (answer.status_code, answer.headers["Location"]) == (302, LIST)
    release = Release.objects.get()
    assert (release.resolution, f"{release.published_at:%Y-%m-%d %H:%M}") == (
        GIVEN["resolution"],
        "2013-05-24 06:30",
    )
    for user in (secretary, legal, reader):
        client = signed_in(user)
        assert "Release 1" in client.get(LIST).content.decode()
        assert release.approval.sha256 in client.get(f"{LIST}1/").content.decode()
        file = client.get(f"{LIST}1/en.pdf")
        assert file.content == bytes(release.files.get().content)
        assert file.headers["Content-Disposition"] == (
            'attachment; filename="3774-21-1-release-en.pdf"'
        )
        assert client.get(f"{ONE}release/en.pdf").content == file.content
    for path in (LIST, f"{LIST}1/", f"{LIST}1/en.pdf"):
        assert signed_in(stranger).get(path).status_code == 404


def test_pages_print_the_head_of_the_chain_before_it(
    signed_in, approved, secretary, reader, stranger
):
    publish(approved, by=secretary)
    head = "0123456789abcdef" * 4
    with without_triggers():
        Release.objects.update(chain_head=head)
    for path in (LIST, f"{LIST}1/"):
        assert f"<code>{head}</code>" in signed_in(reader).get(path).content.decode()
        assert signed_in(stranger).get(path).status_code == 404


def test_nobody_sees_it_before_its_time(signed_in, approved, secretary, legal, reader, stranger):
    publish(approved, by=secretary)
    with without_triggers():
        Release.objects.update(published_at=timezone.now() + timedelta(hours=1))
    for path in (ONE, LIST, f"{LIST}1/", f"{LIST}1/en.pdf", f"{ONE}release/en.pdf"):
        assert signed_in(reader).get(path).status_code == 404
        assert signed_in(secretary).get(path).status_code == 200
        assert signed_in(stranger).get(path).status_code == 404
    assert "3774-21-1" not in signed_in(reader).get("/3774/proposals/").content.decode()


def test_while_a_correction_is_drafted_readers_see_what_was_released(
    signed_in, approved, secretary, legal, reader, stranger
):
    signed_in(secretary).post(PUBLISH, GIVEN)
    client = signed_in(legal)
    assert client.post(CORRECT, {"comment": " "}).status_code == 422
    assert client.post(CORRECT, {"comment": "Article 5."}).status_code == 302
    assert Proposal.objects.get().state == "drafting"
    client = signed_in(reader)
    assert client.get(ONE).status_code == 404
    assert client.get(f"{ONE}release/en/").status_code == 404
    assert client.get(LIST).status_code == 200
    assert client.get(f"{LIST}1/en.pdf").status_code == 200
    assert signed_in(stranger).get(LIST).status_code == 404


@pytest.mark.parametrize(
    ("typed", "field", "sentence"),
    [
        ({"published_at": "25:00"}, "published_at", "This is no time. Write one such as 15:30."),
        ({"published_at": ""}, "published_at", "This field is required."),
        ({"resolution": ""}, "resolution", "This field is required."),
        (
            {"resolution": "x" * 201},
            "resolution",
            "Ensure this value has at most 200 characters (it has 201).",
        ),
    ],
)
def test_bad_input_is_told_where_it_stands(
    signed_in, approved, secretary, stranger, typed, field, sentence
):
    answer = signed_in(secretary).post(PUBLISH, GIVEN | typed)
    assert answer.status_code == 422
    assert list(answer.context["form"].errors[field]) == [sentence]
    assert not Release.objects.exists()
    assert signed_in(stranger).post(PUBLISH, GIVEN).status_code == 404


def test_only_a_secretary_releases(signed_in, approved, legal, reader, stranger):
    for user, status in ((legal, 403), (reader, 404), (stranger, 404)):
        assert signed_in(user).get(PUBLISH).status_code == status
        assert signed_in(user).post(PUBLISH, GIVEN).status_code == status
    assert not Release.objects.exists()


def test_an_approval_that_does_not_stand_is_told_by_name(
    signed_in, approved, company, secretary, stranger
):
    company.name_en = "Another Inc."
    company.save()
    page = signed_in(secretary).get(PUBLISH).content.decode()
    assert "is now “Another Inc.”" in page
    answer = signed_in(secretary).post(PUBLISH, GIVEN)
    assert answer.status_code == 422
    assert Proposal.objects.get().state == "approved"
    assert signed_in(stranger).get(PUBLISH).status_code == 404


def test_reading_is_recorded(signed_in, approved, secretary, stranger):
    client = signed_in(secretary)
    client.post(PUBLISH, GIVEN)
    before = AuditEntry.objects.count()
    client.get(LIST)
    client.get(f"{LIST}1/en.pdf")
    client.head(LIST)
    whats = AuditEntry.objects.order_by("pk").values_list("what", flat=True)[before:]
    assert list(whats) == ["releases.opened", "releases.opened", "release.downloaded"]
    assert client.get(f"{LIST}2/").status_code == 404
    assert client.get(f"{LIST}99999999999/").status_code == 404
    assert client.get(f"{LIST}1/ja.pdf").status_code == 404
    assert signed_in(stranger).get(LIST).status_code == 404
