"""The record put right through forms."""

from datetime import date

import pytest

from governance import record
from governance.models import AuditEntry, Wording
from governance.text.amending.operations import START, Insert, Replace
from tests.adoptions import adopted, found, keys, texts

pytestmark = pytest.mark.django_db

JUNE, JULY = date(2013, 6, 26), date(2013, 7, 1)


@pytest.fixture
def wording(company, legal):
    found(company, "The nmae is IIJ.", "The seat is in Tokyo.", by=legal)
    return company.wordings.get(number=1)


@pytest.fixture
def waiting(company, wording, legal):
    """An amendment whose day of effect is not known."""
    at = keys(company, JUNE)
    return adopted(
        company,
        Replace(at["2"], body="The seat is in Osaka."),
        by=legal,
        adopted_on=JUNE,
        effective_on=None,
    )


def typed(**given):
    right = {"number": "1", "caption_en": "", "body_en": "The name is IIJ.", "reason": "A slip."}
    return right | given


def test_a_slip_is_corrected(signed_in, company, wording, legal, secretary):
    client = signed_in(secretary)
    path = f"/3774/wordings/{wording.pk}/correct/"
    history = client.get(f"/3774/articles/{wording.article_id}/").content.decode()
    assert f'href="{path}?language=en"' in history
    assert "The nmae is IIJ." in client.get(path).content.decode()
    answer = client.post(path, typed())
    anew = company.wordings.recorded().get(number=1)
    assert answer.headers["Location"] == f"/3774/articles/{wording.article_id}/#w{anew.pk}"
    assert texts(company, JUNE) == ["1 The name is IIJ.", "2 The seat is in Tokyo."]
    wording.refresh_from_db()
    assert (wording.superseded_by, wording.superseded_why) == (secretary, "A slip.")
    assert AuditEntry.objects.latest("pk").what == "wording.corrected"
    assert "A slip." in client.get(answer.headers["Location"]).content.decode()
    # The same form sent again finds that it was done.
    assert client.post(path, typed()).status_code == 404


@pytest.fixture
def carried_on(company, wording, legal):
    """The wordings with the slip, which a later amendment carried on."""
    adopted(
        company, Insert("n", after=START, body="New."), by=legal, adopted_on=JUNE, effective_on=JULY
    )
    return list(company.wordings.filter(body_en__contains="nmae").order_by("adopted_on"))


@pytest.mark.parametrize("language", ["en", "ja"])
def test_other_wordings_with_the_slip_are_named_and_corrected_in_the_same_act(
    signed_in, company, carried_on, legal, language
):
    client = signed_in(legal)
    client.cookies["django_language"] = language
    first, second = carried_on
    path = f"/3774/wordings/{first.pk}/correct/"
    page = client.post(path, typed())
    assert page.status_code == 200
    text = page.content.decode()
    sentence = {
        "en": "Other wordings of this article say the same",
        "ja": "この条のほかの条文にも同じ誤りがあります",
    }[language]
    assert sentence in text
    assert "The name is IIJ." in text
    assert f'value="{second.pk}"' in text
    assert page.context["form"].also == [second.pk]
    assert Wording.objects.recorded().filter(body_en__contains="nmae").count() == 2
    answer = client.post(path, typed(shown=str(second.pk), also=[str(second.pk)]))
    assert answer.status_code == 302
    assert not Wording.objects.recorded().filter(body_en__contains="nmae").exists()
    assert [step.kind for step in record.history_of(first.article)] == ["made", "renumbered"]


def test_a_person_may_leave_another_wording_as_it_is(signed_in, carried_on, legal):
    first, second = carried_on
    path = f"/3774/wordings/{first.pk}/correct/"
    assert signed_in(legal).post(path, typed(shown=str(second.pk))).status_code == 302
    assert Wording.objects.recorded().get(body_en__contains="nmae") == second


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"reason": " "}, "This field is required."),
        ({"body_en": "The nmae is IIJ."}, "The correction changes nothing in this wording."),
        ({"body_en": ""}, "An article has a body in at least one language"),
        ({"number": "first"}, "Write a number such as 9 or 9-2."),
        ({"number": "9-1"}, "Write a number such as 9 or 9-2."),
        ({"number": ""}, "This field is required."),
        ({"number": "2"}, "Article 2"),
        ({"body_en": "\x00"}, "Null characters are not allowed."),
        ({"reason": "x" * 5000}, "at most 4000 characters"),
    ],
)
def test_what_cannot_be_corrected_is_reported_and_kept(signed_in, wording, legal, given, sentence):
    page = signed_in(legal).post(f"/3774/wordings/{wording.pk}/correct/", typed(**given))
    assert page.status_code == 422
    text = page.content.decode()
    assert sentence in text
    assert "What you typed is still here." in text
    assert Wording.objects.recorded().get(number=1).body_en == "The nmae is IIJ."


def test_a_number_is_corrected(signed_in, company, wording, legal):
    form = typed(number="3-2", body_en="The nmae is IIJ.\r\n")
    assert signed_in(legal).post(f"/3774/wordings/{wording.pk}/correct/", form).status_code == 302
    assert record.articles_as_of(company, JUNE)[0].label == "3-2"


@pytest.fixture
def start(waiting):
    """The address at which the day of effect of the waiting amendment is recorded."""
    return f"/3774/amendments/{waiting.pk}/start/"


def test_a_day_of_effect_that_is_not_known_is_asked_for(signed_in, legal, start):
    client = signed_in(legal)
    amendments = client.get("/3774/amendments/").content.decode()
    form = client.get(start).content.decode()
    assert f'href="{start}"' in amendments
    assert "It can be recorded once." in form


def test_a_day_of_effect_is_recorded(signed_in, company, waiting, legal, start):
    client = signed_in(legal)
    answer = client.post(start, {"on": "2013-07-01"})
    amendments = client.get("/3774/amendments/").content.decode()
    assert answer.headers["Location"] == f"/3774/amendments/#m{waiting.pk}"
    assert texts(company, JUNE)[1] == "2 The seat is in Tokyo."
    assert texts(company, JULY)[1] == "2 The seat is in Osaka."
    assert f'href="{start}"' not in amendments


def test_a_day_of_effect_is_recorded_once(signed_in, legal, start):
    client = signed_in(legal)
    client.post(start, {"on": "2013-07-01"})
    known = client.get(start).content.decode()
    again = client.post(start, {"on": "2013-07-02"})
    assert "In force from Monday, July 1, 2013" in known
    assert "It can be recorded once." not in known
    assert "Record the day</button>" not in known
    assert again.status_code == 422
    assert "The day of effect is on record already" in again.content.decode()


@pytest.mark.parametrize(
    ("on", "sentence"),
    [
        ("", "This field is required."),
        ("2013-06-25", "An amendment takes effect on the day it is adopted"),
        ("soon", "This is no date."),
    ],
)
def test_what_is_no_day_of_effect_is_reported(signed_in, waiting, legal, on, sentence):
    page = signed_in(legal).post(f"/3774/amendments/{waiting.pk}/start/", {"on": on})
    assert page.status_code == 422
    assert sentence in page.content.decode()


def test_readers_may_not_and_strangers_do_not_know(
    signed_in, wording, waiting, legal, reader, stranger
):
    paths = [f"/3774/wordings/{wording.pk}/correct/", f"/3774/amendments/{waiting.pk}/start/"]
    for path in paths:
        for send in ("get", "post"):
            assert getattr(signed_in(reader), send)(path).status_code == 403
            assert getattr(signed_in(stranger), send)(path).status_code == 404
    for path in ("/3774/wordings/0/correct/", f"/3774/amendments/{10**30}/start/"):
        assert signed_in(legal).get(path).status_code == 404
    page = signed_in(reader).get(f"/3774/articles/{wording.article_id}/").content.decode()
    assert "Correct the record" not in page
