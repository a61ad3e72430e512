"""What is adopted on a day of effect that is not known is shown as that, wherever it is shown."""

import io
from datetime import date

import docx
import pytest
from django.core.management import call_command
from django.test import Client

from governance.intake.to_record import TextDays, adopt_texts
from governance.models import Article, Company, User

FIRST, SECOND, LATER = date(2014, 6, 25), date(2015, 6, 24), date(2015, 7, 1)
TEXTS = {
    "en": (
        """Article 1. (Name) The name is Sample.
Article 2. (Adviser) The Company has an adviser.
Article 3. (Seat) The seat is in Kyoto.
""",
        """Article 1. (Name) The name is Sample.
Article 2. (Deleted)
Article 3. (Seat) The seat is in Osaka.
Article 4. (Year) The year ends in March.
""",
    ),
    "ja": (
        """（商号）
第１条　当会社は、みほんと称する。
（顧問）
第２条　当会社は、顧問を置く。
（本店）
第３条　当会社は、本店を京都市に置く。
""",
        """（商号）
第１条　当会社は、みほんと称する。
第２条　削除
（本店）
第３条　当会社は、本店を大阪市に置く。
（事業年度）
第４条　事業年度は、三月に終わる。
""",
    ),
}
UNKNOWN = {"en": "Adopted, day of effect unknown", "ja": "決議済み・効力発生日未定"}
ADVISER = {"en": "Article 2 (Adviser)", "ja": "第２条（顧問）"}
NEW_WORDS = {"en": "Osaka", "ja": "大阪市"}
LANGUAGES = pytest.mark.parametrize("language", ["en", "ja"])


@pytest.fixture
def history(company: Company, legal: User, language: str) -> Company:
    company.numerals_ja = "full"
    company.save()
    for text, day, effective in zip(TEXTS[language], (FIRST, SECOND), (FIRST, None), strict=True):
        adopt_texts(company, {language: text}, TextDays(day, effective), by=legal)
    return company


@pytest.fixture
def client(signed_in, reader: User, language: str) -> Client:
    found: Client = signed_in(reader)
    found.cookies["django_language"] = language
    return found


def page(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def word_text(data: bytes) -> str:
    """The paragraphs of a Word file, those in tables left out."""
    return "\n".join(one.text for one in docx.Document(io.BytesIO(data)).paragraphs)


@LANGUAGES
@pytest.mark.parametrize("clock", ["as-adopted", "in-force"])
def test_it_is_still_to_come_on_every_later_day(history, client, language: str, clock: str) -> None:
    shown = page(client, f"/3774/articles/{LATER}/{clock}/?language={language}")
    start = shown.index('<ul class="upcoming-changes">')
    listed = shown[start : shown.index("</ul>", start)]
    assert listed.count("<li>") == listed.count(UNKNOWN[language][1:]) == 3


@LANGUAGES
def test_as_adopted_it_says_so_beside_each(history, client, language: str) -> None:
    shown = page(client, f"/3774/articles/{LATER}/as-adopted/?language={language}")
    assert shown.count('class="not-yet-in-force"') == 3
    shown = page(client, f"/3774/articles/{LATER}/in-force/?language={language}")
    assert 'class="not-yet-in-force"' not in shown
    assert NEW_WORDS[language] not in shown


@LANGUAGES
def test_an_emptied_article_is_called_by_what_is_in_force(history, client, language: str) -> None:
    (adviser,) = Article.objects.filter(wordings__number=2).distinct()
    shown = page(client, f"/3774/articles/{adviser.pk}/?language={language}")
    assert f'<h1 lang="{language}">{ADVISER[language]}</h1>' in shown
    assert UNKNOWN[language] in shown


@LANGUAGES
def test_search_does_not_call_it_present(history, client, language: str) -> None:
    answer = client.get("/search/", {"q": NEW_WORDS[language]})
    (article,) = answer.context["articles"]
    assert [(one.found.status, one.found.wording.in_force) for one in article.wordings] == [
        ("upcoming", None)
    ]
    shown = answer.content.decode()
    assert UNKNOWN[language] in shown
    assert article.result.status == "present"  # the article is, in its old words


@LANGUAGES
def test_a_comparison_of_days_names_it(history, client, language: str) -> None:
    query = f"?present={FIRST}&proposed={LATER}&as=as-adopted&language={language}"
    shown = page(client, f"/3774/comparison/{query}")
    (note,) = client.get(f"/3774/comparison/{query}").context["notes"]
    assert UNKNOWN[language] in note
    assert note in shown.replace("&#x27;", "'")
    in_force = client.get(f"/3774/comparison/{query.replace('as-adopted', 'in-force')}")
    assert in_force.context["notes"] == ()
    assert in_force.context["is_same"]


@LANGUAGES
def test_a_comparison_and_the_articles_say_so_on_paper(history, client, language: str) -> None:
    query = f"?present={FIRST}&proposed={LATER}&as=as-adopted"
    for path in (
        f"/3774/comparison/{language}.docx{query}",
        f"/3774/articles/{LATER}/as-adopted/{language}.docx",
    ):
        assert UNKNOWN[language] in word_text(client.get(path).content)
    data = client.get(f"/3774/articles/{LATER}/as-adopted/{language}.json").json()
    effects = [one["effect"] for part in data["parts"] for one in part["provisions"]]
    assert effects == ["known", "unknown", "unknown", "unknown"]


@LANGUAGES
def test_the_line_of_amendments_says_so(history, client, language: str) -> None:
    assert page(client, f"/3774/amendments/?language={language}").count(UNKNOWN[language]) == 1


@LANGUAGES
def test_the_command_says_so_beside_the_text(history, language: str) -> None:
    text, notes = io.StringIO(), io.StringIO()
    options = ("--on", str(LATER), "--language", language)
    call_command("articles", "3774", *options, stdout=text, stderr=notes)
    assert NEW_WORDS[language] in text.getvalue()
    assert UNKNOWN[language] in notes.getvalue()
    assert UNKNOWN[language] not in text.getvalue()
