"""Bringing articles in, page by page."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import override_settings

from governance import record
from governance.intake import pending_texts, to_record
from governance.models import Intake
from governance.models.role import Role
from tests.governance.intake.files.originals import deleted, inserted, p, pdf, r, word
from tests.governance.intake.test_to_record import EN_2008, EN_2012, FIRST, JA_2008, SECOND
from tests.people import person

pytestmark = pytest.mark.django_db
LIST = "/3774/intake/"


@pytest.fixture
def english(company):
    company.keeps_japanese, company.authoritative_language = False, "en"
    company.save()
    return company


@pytest.fixture
def text(english, legal):
    return pending_texts.add_text(english, by=legal, adopted_on=FIRST, text_en=EN_2008)


def page_of(text):
    return f"{LIST}{text.pk}/"


def typed(text, **given):
    return {
        "version": text.version,
        "adopted_on": text.adopted_on,
        "text_en": text.text_en,
        "text_ja": text.text_ja,
    } | given


def uploaded(name, data):
    return SimpleUploadedFile(name, data)


def test_company_without_articles_offers_the_intake_to_legal_staff(
    signed_in, company, legal, reader
):
    link = f'href="{LIST}"'
    assert link in signed_in(legal).get("/3774/articles/").content.decode()
    assert link not in signed_in(reader).get("/3774/articles/").content.decode()


def test_file_in_two_languages_fills_both_texts(signed_in, company, legal):
    both = f"{JA_2008}\n{EN_2008}".encode()
    given = {"adopted_on": FIRST, "file_ja": uploaded("both.txt", both)}
    assert signed_in(legal).post(LIST, given).status_code == 302
    made = Intake.objects.get()
    assert (made.text_ja.strip(), made.text_en.strip()) == (JA_2008.strip(), EN_2008.strip())
    assert "Read as two texts" in made.notes[0]["en"]


def test_only_legal_staff(signed_in, text, legal, secretary, reader, stranger):
    for path in (LIST, page_of(text), f"{page_of(text)}remove/"):
        assert signed_in(legal).get(path).status_code in (200, 302)
        for user in (secretary, reader):
            for method in ("get", "post"):
                assert getattr(signed_in(user), method)(path).status_code == 403
        assert signed_in(stranger).get(path).status_code == 404
        assert signed_in(stranger).post(path).status_code == 404
    assert Intake.objects.exists()


def test_text_of_another_company_is_not_found(signed_in, text, other_company, legal):
    both = person("both", other_company, Role.LEGAL_STAFF)
    theirs = pending_texts.add_text(
        other_company, by=both, adopted_on=FIRST, text_ja="第1条　当会社は、甲とする。"
    )
    assert signed_in(legal).get(f"{LIST}{theirs.pk}/").status_code == 404
    assert signed_in(both).get(f"/9001/intake/{text.pk}/").status_code == 404
    assert signed_in(legal).get(f"{LIST}{2**70}/").status_code == 404


def test_files_of_both_languages_are_read(signed_in, company, legal):
    sent = {
        "adopted_on": "2008-06-27",
        "file_ja": uploaded("定款.pdf", pdf(*JA_2008.strip().split("\n"))),
        "file_en": uploaded("articles.docx", word(*map(p, EN_2008.strip().split("\n")))),
    }
    answer = signed_in(legal).post(LIST, sent)
    made = Intake.objects.get()
    assert (answer.status_code, answer.headers["Location"]) == (302, page_of(made))
    assert made.text_ja.split("\n") == JA_2008.strip().split("\n")
    assert made.text_en.split("\n") == EN_2008.strip().split("\n")
    assert (made.file_ja, made.file_en) == ("定款.pdf", "articles.docx")
    page = signed_in(legal).get(page_of(made))
    assert [each["language"] for each in page.context["outlines"]] == ["ja", "en"]
    assert page.context["step"].disagreements == ()


def test_tracked_changes_by_choice(signed_in, english, legal):
    body = p(inner=r("Article 1. The name is ") + deleted("Old") + inserted(r("New")) + r(" Inc."))
    for choice, name, day in (("accept", "New", "2008-06-27"), ("refuse", "Old", "2009-06-27")):
        file = uploaded("a.docx", word(body))
        signed_in(legal).post(LIST, {"adopted_on": day, "file_en": file, "tracked": choice})
        assert f"The name is {name} Inc." in Intake.objects.get(adopted_on=day).text_en


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("a.png", b"\x89PNG\r\n\x1a\n\x00", "This is a picture, such as a scanned page"),
        ("a.ps", b"%!PS-Adobe-3.0", "This is neither a Word file (.docx) nor a PDF"),
        ("a.docx", b"PK\x03\x04", "The file is damaged and cannot be read"),
        ("a.txt", b"", "There is no text in the file."),
        ("a.txt", b"x" * (10 * 1024 * 1024 + 5), "The file is larger than 10 MB"),
    ],
)
def test_refused_files_are_reported_at_the_field(signed_in, english, legal, name, data, sentence):
    sent = {"adopted_on": "2008-06-27", "file_en": uploaded(name, data)}
    answer = signed_in(legal).post(LIST, sent)
    assert answer.status_code == 422
    (error,) = answer.context["form"].errors["file_en"]
    assert error.startswith(sentence)
    assert not Intake.objects.exists()


def test_sentence_is_in_the_language_of_the_interface(signed_in, english, legal):
    client = signed_in(legal)
    client.cookies["django_language"] = "ja"
    answer = client.post(LIST, {"adopted_on": "2008-06-27", "file_en": uploaded("a", b"\x89PNG")})
    assert answer.context["form"].errors["file_en"][0].startswith("画像（スキャンなど）です。")


def test_of_a_large_upload_no_more_is_kept_than_shows_it(signed_in, english, legal):
    with override_settings(LARGEST_UPLOAD=1000):
        sent = {"adopted_on": "2008-06-27", "file_en": uploaded("a.txt", b"x" * 300_000)}
        signed_in(legal).post(LIST, sent)
    assert len(Intake.objects.get().text_en) == 1001


def test_nothing_given_and_days_that_cannot_be(signed_in, english, legal):
    client = signed_in(legal)
    answer = client.post(LIST, {"adopted_on": "", "text_en": "  \n"})
    errors = answer.context["form"].errors
    assert (answer.status_code, sorted(errors)) == (422, ["__all__", "adopted_on"])
    given = {"adopted_on": "2008-06-27", "effective_on": "2008-06-26", "text_en": EN_2008}
    answer = client.post(LIST, given)
    assert list(answer.context["form"].errors) == ["effective_on"]
    # What was typed is still there.
    assert answer.context["form"]["text_en"].value() == EN_2008


def test_pasted_text_and_a_file_at_once_are_a_question(signed_in, english, legal):
    sent = {"adopted_on": "2008-06-27", "text_en": EN_2008, "file_en": uploaded("a", b"Article 1.")}
    answer = signed_in(legal).post(LIST, sent)
    assert answer.context["form"].errors["file_en"] == [
        "There is a pasted text too; keep one of the two."
    ]


def test_day_that_is_there_already(signed_in, text, legal):
    answer = signed_in(legal).post(LIST, {"adopted_on": FIRST, "text_en": EN_2008})
    assert answer.status_code == 422
    assert "brought in already" in answer.content.decode()


def test_contents_and_cover_go_at_one_click_and_only_with_the_text(signed_in, english, legal):
    cover = "Confidential\nDraft of 2008\n"
    made = pending_texts.add_text(english, by=legal, adopted_on=FIRST, text_en=cover + EN_2008)
    client = signed_in(legal)
    assert "Remove contents and cover (2 lines)" in client.get(page_of(made)).content.decode()
    page = client.post(page_of(made), typed(made, drop="drop"))
    assert page.status_code == 200
    assert page.context["form"]["text_en"].value() == EN_2008
    html = page.content.decode()
    assert "Removed, and saved only with the text: Confidential; Draft of 2008" in html
    assert "Remove contents and cover" not in html
    made.refresh_from_db()
    assert made.text_en == cover + EN_2008


def test_outline_stands_beside_the_source_with_what_is_in_doubt(signed_in, english, legal):
    given = "Title\nFounded in 1992\n" + EN_2008.split("\n", 1)[1].replace(
        "Article 3.", "Article 4."
    )
    made = pending_texts.add_text(english, by=legal, adopted_on=FIRST, text_en=given)
    page = signed_in(legal).get(page_of(made))
    (shown,) = page.context["outlines"]
    assert shown["outline"].count == 3
    html = page.content.decode()
    assert "Line 2, column 1" in html
    assert "The record has no place for it." in html
    assert "Article 3 is missing before it." in html
    assert "Founded in 1992" in html


def test_outline_follows_as_one_types_and_nothing_is_saved(signed_in, text, legal):
    sent = typed(text, text_en="Article 1.\nOnly this.\n", preview="live")
    answer = signed_in(legal).post(page_of(text), sent, headers={"HX-Request": "true"})
    text.refresh_from_db()
    assert answer.status_code == 200
    assert "<html" not in answer.content.decode()
    assert "1 article" in answer.content.decode()
    assert text.text_en == EN_2008


def test_outline_is_shown_on_a_page_where_no_script_asks_for_it(signed_in, text, legal):
    sent = typed(text, text_en="Article 1.\nOnly this.\n", preview="page")
    answer = signed_in(legal).post(page_of(text), sent)
    text.refresh_from_db()
    assert "<html" in answer.content.decode()
    assert "Only this." in answer.content.decode()
    assert text.text_en == EN_2008


def test_correction_is_kept(signed_in, text, legal):
    corrected = EN_2008.replace("Tokyo", "Kyoto")
    answer = signed_in(legal).post(page_of(text), typed(text, text_en=corrected))
    assert answer.status_code == 302
    text.refresh_from_db()
    assert (text.text_en, text.version, text.is_recorded) == (corrected, 2, False)


def test_day_of_effect_that_is_not_known_yet(signed_in, english, legal):
    client = signed_in(legal)
    sent = {"adopted_on": "2008-06-27", "text_en": EN_2008, "effective_unknown": "on"}
    answer = client.post(LIST, sent | {"effective_on": "2008-07-01"})
    (error,) = answer.context["form"].errors["effective_unknown"]
    assert error == "There is a day of effect too; keep one of the two."
    client.post(LIST, sent)
    made = Intake.objects.get()
    assert made.takes_effect_on is None
    assert client.get(page_of(made)).context["form"]["effective_unknown"].value() is True
    # A box that is not ticked any more is not sent.
    client.post(page_of(made), typed(made))
    made.refresh_from_db()
    assert (made.effective_unknown, made.takes_effect_on) == (False, FIRST)
    client.post(page_of(made), typed(made, effective_unknown="on", record="record"))
    assert english.amendments.get().effective_on is None
    assert record.articles_as_of(english, date(2030, 1, 1), clock="in_force") == []


def test_correction_and_record_are_one_act(signed_in, text, legal):
    corrected = EN_2008.replace("Tokyo", "Kyoto")
    answer = signed_in(legal).post(page_of(text), typed(text, text_en=corrected, record="record"))
    assert answer.headers["Location"] == "/3774/articles/"
    text.refresh_from_db()
    assert text.is_recorded
    assert "Kyoto" in text.company.wordings.get(number=3).body_en
    # Sent a second time it is refused: it is there.
    again = signed_in(legal).get(page_of(text)).content.decode()
    assert "This text is on record and is kept as it is." in again
    sent = typed(text, record="record")
    assert signed_in(legal).post(page_of(text), sent).status_code == 200
    assert text.company.amendments.count() == 1


def test_what_cannot_be_recorded_changes_nothing(signed_in, text, legal):
    twice = EN_2008.replace("Article 3.", "Article 2.")
    answer = signed_in(legal).post(page_of(text), typed(text, text_en=twice, record="record"))
    assert answer.status_code == 422
    assert "same number: Article 2" in answer.content.decode()
    assert answer.context["form"]["text_en"].value() == twice
    text.refresh_from_db()
    assert (text.text_en, text.is_recorded) == (EN_2008, False)


def test_lost_lines_are_left_out_only_on_purpose(signed_in, english, legal):
    given = "Title\nFounded in 1992\n" + EN_2008.split("\n", 1)[1]
    made = pending_texts.add_text(english, by=legal, adopted_on=FIRST, text_en=given)
    client = signed_in(legal)
    answer = client.post(page_of(made), typed(made, record="record"))
    assert answer.status_code == 422
    assert "Some lines have no place" in answer.content.decode()
    answer = client.post(page_of(made), typed(made, record="record", leave_out="on"))
    assert answer.status_code == 302
    assert english.wordings.count() == 5


def test_stale_save_is_refused_with_both_texts(signed_in, text, legal):
    pending_texts.change_text(text, by=legal, version=1, text_en=EN_2012)
    mine = EN_2008.replace("Tokyo", "Kyoto")
    answer = signed_in(legal).post(page_of(text), typed(text, text_en=mine))
    assert answer.status_code == 422
    html = answer.content.decode()
    assert "Public notices shall be electronic." in html
    assert answer.context["form"]["text_en"].value() == mine
    assert str(answer.context["form"]["version"].value()) == "2"
    text.refresh_from_db()
    assert text.text_en == EN_2012


@pytest.fixture
def later(text, legal):
    """A text of a later day, which waits for `text`."""
    return pending_texts.add_text(text.company, by=legal, adopted_on=SECOND, text_en=EN_2012)


def kinds_shown(page):
    """The kinds of the rows of the comparison that the page shows."""
    (shown,) = page.context["tables"]
    return [row.kind for row in shown["table"].rows]


def test_later_text_is_shown_beside_the_one_before_which_waits(signed_in, text, later, legal):
    page = signed_in(legal).get(page_of(later))
    assert page.context["waiting"] == text
    changed = [kind for kind in kinds_shown(page) if kind not in ("unchanged", "chapter")]
    assert changed == ["inserted", "renumbered"]
    assert 'name="record"' not in page.content.decode()


def test_later_text_is_not_recorded_before_the_one_before(signed_in, later, legal):
    answer = signed_in(legal).post(page_of(later), typed(later, record="record"))
    assert "comes before this one" in answer.content.decode()


def test_later_text_can_be_recorded_after_the_one_before(signed_in, text, later, legal):
    client = signed_in(legal)
    kinds = kinds_shown(client.get(page_of(later)))
    answer = client.post(page_of(text), typed(text, record="record"))
    page = client.get(page_of(later))
    assert answer.headers["Location"] == page_of(later)  # on to the next
    assert page.context["waiting"] is None
    assert 'name="record"' in page.content.decode()
    assert kinds_shown(page) == kinds


def test_what_is_confirmed_stays_and_the_list_tells_how_far(signed_in, text, legal):
    pending_texts.add_text(text.company, by=legal, adopted_on=SECOND, text_en=EN_2012)
    to_record.record_text(text, by=legal)
    page = signed_in(legal).get(LIST)
    assert (page.context["done"], len(page.context["texts"])) == (1, 2)
    assert page.context["next"].adopted_on == SECOND
    assert "1 of 2 on record" in page.content.decode()


def test_text_is_taken_away(signed_in, text, legal):
    client = signed_in(legal)
    assert client.get(f"{page_of(text)}remove/").headers["Location"] == page_of(text)
    assert client.post(f"{page_of(text)}remove/").headers["Location"] == LIST
    assert not Intake.objects.exists()
    kept = pending_texts.add_text(text.company, by=legal, adopted_on=FIRST, text_en=EN_2008)
    to_record.record_text(kept, by=legal)
    client.post(f"{page_of(kept)}remove/")
    assert Intake.objects.get() == kept


def test_markup_in_a_text_is_text(signed_in, english, legal):
    given = EN_2008.replace("Example Inc.", "<script>alert(1)</script>")
    made = pending_texts.add_text(
        english, by=legal, adopted_on=FIRST, text_en=given, file_en="<b>.txt"
    )
    html = signed_in(legal).get(page_of(made)).content.decode()
    assert "<script>alert" not in html
    assert "<b>.txt" not in html


def test_lists_take_few_queries(signed_in, english, legal, django_assert_num_queries):
    client = signed_in(legal)
    for years in ((2008,), (2009, 2010)):
        for year in years:
            pending_texts.add_text(english, by=legal, adopted_on=date(year, 6, 27), text_en=EN_2008)
        with django_assert_num_queries(7):
            client.get(LIST)


def test_adopted_between_is_shown_against_the_record(signed_in, text, legal):
    to_record.record_text(text, by=legal)
    later = pending_texts.add_text(text.company, by=legal, adopted_on=SECOND, text_en=EN_2012)
    step = signed_in(legal).get(page_of(later)).context["step"]
    base = record.articles_as_of(text.company, SECOND)
    assert {unit.key for _, unit in step.present["en"].units()} == {row.key for row in base}


ENDS = "Supplementary Provisions\nArticle 1. These Supplementary Provisions shall be deleted {}.\n"


BODY = EN_2008.split("Supplementary")[0] + ENDS


@pytest.fixture
def ending(english, legal):
    """A text whose supplementary provision says on which day it is deleted."""
    dated = BODY.format("as of October 1, 2012")
    return pending_texts.add_text(english, by=legal, adopted_on=FIRST, text_en=dated)


@pytest.fixture
def undated(ending):
    """What is sent where its words do not say the day."""
    return typed(ending, text_en=BODY.format("thereafter"), record="record")


@pytest.mark.parametrize(
    ("interface", "heading"), [("en", "What ends by itself"), ("ja", "期限により失効する規定")]
)
def test_what_ends_by_itself_is_shown(signed_in, ending, legal, interface, heading):
    client = signed_in(legal)
    client.cookies["django_language"] = interface
    shown = client.get(page_of(ending)).content.decode()
    assert heading in shown
    assert '<input type="date" name="expires-supplementary:1" value="2012-10-01"' in shown


@pytest.mark.parametrize(
    ("interface", "sentence"),
    [("en", "ends by itself on a day"), ("ja", "その日が条文から定まりません")],
)
def test_the_day_of_what_ends_by_itself_is_asked_for(
    signed_in, ending, undated, legal, interface, sentence
):
    client = signed_in(legal)
    client.cookies["django_language"] = interface
    page = client.post(page_of(ending), undated)
    assert page.status_code == 422
    assert sentence in page.content.decode()


def test_a_day_that_is_none_is_shown_again(signed_in, ending, undated, legal):
    sent = undated | {"expires-supplementary:1": "2012-13-01"}
    page = signed_in(legal).post(page_of(ending), sent)
    assert page.status_code == 422
    assert "2012-13-01" in page.content.decode()


def test_the_day_that_was_answered_is_recorded(signed_in, english, ending, undated, legal):
    sent = undated | {"expires-supplementary:1": "2012-11-01"}
    signed_in(legal).post(page_of(ending), sent)
    rows = english.wordings.filter(part__kind="supplementary")
    assert [row.expires_on for row in rows] == [date(2012, 11, 1)]


def test_what_ends_by_itself_may_be_said_to_stay(signed_in, english, legal):
    body = EN_2008.split("Supplementary")[0] + ENDS.format("as of October 1, 2012")
    text = pending_texts.add_text(english, by=legal, adopted_on=FIRST, text_en=body)
    given = typed(text, record="record") | {"stays-supplementary:1": "on"}
    assert signed_in(legal).post(page_of(text), given).status_code == 302
    assert [row.expires_on for row in english.wordings.filter(part__kind="supplementary")] == [None]
