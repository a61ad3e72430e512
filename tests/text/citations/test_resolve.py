"""What citations lead to in articles of unusual build; tests/text/cases/citations-*.txt have the
usual."""

from governance.text.citations.resolve import citations
from governance.text.reading.read import read


def named(text: str, code: str) -> list[tuple[str, list[str]]]:
    """Each citation with the addresses it leads to; "nothing" for one that leads nowhere."""
    articles = read(text, code).articles
    return [
        (
            citation.reference.text,
            [
                "nothing" if each.missing else str(articles.address_of(each.targets[0].key))
                for each in citation.resolved
            ],
        )
        for citation in citations(articles)
    ]


def test_sections_over_articles_need_no_chapter() -> None:
    text = "第1節　総則\n第1条　第1節及び第2節の規定は、前章に準ずる。\n"
    assert named(text, "ja") == [
        ("第1節及び第2節", ["section:1", "nothing"]),
        ("前章", ["nothing"]),
    ]


def test_lettered_paragraphs_are_cited_as_items() -> None:
    text = (
        "ARTICLE II\nMembers\nSection 2.1.\n(a) Keepers pay.\n(b) Friends do not.\n"
        "Section 2.2. Leave. Who leaves falls under Section 2.1(b) and not Section 2.1(c).\n"
    )
    assert named(text, "en") == [
        ("Section 2.1(b)", ["article:2/section:1/paragraph:2"]),
        ("Section 2.1(c)", ["nothing"]),
    ]


def test_paragraphs_of_supplementary_provisions_are_cited_from_the_main_part() -> None:
    main = "第1条　附則第2項の日まで、前項を適用しない。\n"
    below = "附則\nこの定款は、設立の日から施行する。\n2　門は、翌年に開く。\n"
    assert named(main + below, "ja") == [
        ("附則第2項", ["supplementary/paragraph:2"]),
        ("前項", ["nothing"]),
    ]
    assert named(main, "ja")[0] == ("附則第2項", ["nothing"])


def test_there_is_no_preceding_article_where_there_are_none() -> None:
    text = "第1条　門を開く。\n附則\n前条の規定は、翌年から適用する。\n"
    assert named(text, "ja") == [("前条", ["nothing"])]
