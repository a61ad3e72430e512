"""Hypothesis strategies that build articles which cite in every way."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.text.strategies import Article, Document, sentences, words_of

# By whose the citation is. {n} and {m} are numbers of articles.
CITING = {
    "en": {
        "ours": (
            "Article {n} applies.", "Articles {n} and {m} apply.", "Articles {n} - {m} apply.",
            "Article {n} of these Articles applies.", "Article {n} hereof applies.",
            "Article {n} (excluding Paragraph 1) applies.", "Paragraph 1 of Article {n} applies.",
            "Article {n} and Paragraph 1 thereof apply.", "the preceding Article applies.",
            "the following Article applies.", "the preceding two Articles apply.",
            "this Article applies.", "Paragraph 1 applies.", "the preceding paragraph applies.",
            "Article {n} and the preceding Article apply.", "Article {n}, Paragraph 1 applies.",
            "Article {n} stipulated in the Articles of Incorporation applies.",
            "Articles {n} to {m} apply.", "Article {n} through Article {m} apply.",
            "Article {n} through the preceding Article apply.",
            "the following Article to Article {m} apply.",
            "the preceding Article (Article {n}) applies.",
        ),
        "not ours": (
            "Article {n} of the Company Law applies.", "the Trust Deed, Article {n}, applies.",
            "Article {n} (of the Bank Act) applies.", "the former Article {n} applied.",
            "Article {n} of the Kamo Concordance applies.", "our Policy (Article {n}) applies.",
            "Article {n} (before amendment) applied.", "Article {n} of the playbook applies.",
            "Article {n} set forth in the Board of Directors Regulations applies.",
            "Article {n} of the Company Law and Paragraph 2 thereof apply.",
        ),
        "mixed": (
            "Article {n} of the Company Law or the preceding Article applies.",
            "the Company Law, Article {n} or the preceding Article applies.",
            "Article {n} and Article {m} of the Company Law and the following Article apply.",
        ),
    },
    "ja": {
        "ours": (
            "第{n}条による。", "第{n}条及び第{m}条による。", "第{n}条から第{m}条までによる。",
            "本定款第{n}条による。", "当会社の定款第{n}条による。", "第{n}条第１項による。",
            "第{n}条（第１項を除く。）による。", "第{n}条（定め）第１項による。",
            "第{n}条第１項（第{m}条で準用する場合を含む。）及び第１項による。",
            "前条による。", "次条による。", "前二条による。", "本条による。", "第１項による。",
            "前項による。", "前条（第１項を除く。）による。", "第{n}条及び同条第１項による。",
            "前条及び第{n}条による。", "第{n}、{m}条による。", "第{n}～{m}条による。",
            "第{n}条から前条までによる。", "次条から第{m}条までによる。", "前条（第{n}条）による。",
        ),
        "not ours": (
            "会社法第{n}条による。", "会社法第{n}条各号（第２号を除く。）による。",
            "旧第{n}条による。", "変更前の定款第{n}条による。", "第{n}条（変更前）による。",
            "取締役会規程第{n}条による。", "鴨川コンコルダンス第{n}条による。",
            "見本の定款第{n}条による。", "信託契約所定の第{n}条による。", "GDPR第{n}条による。",
            "会社法第{n}条（第１項を除く。）及び第２項による。",
        ),
        "mixed": (
            "会社法第{n}条又は前条による。", "会社法第{n}条、前条及び第{m}条による。",
            "会社法第{n}条（前項を除く。）及び次条による。", "前条及び会社法第{n}条による。",
        ),
    },
}  # fmt: skip


@st.composite
def citing_documents(draw: st.DrawFn, code: str) -> tuple[Document, tuple[str, ...]]:
    """Articles whose paragraphs cite in every way, and the sentences that cite what is not ours."""
    count = draw(st.integers(3, 8))
    left: list[str] = []
    articles = []
    for place in range(count):
        paragraphs = []
        for _ in range(draw(st.integers(1, 3))):
            lines = [draw(sentences(code, place, 5))]
            for kind in draw(st.sets(st.sampled_from(("ours", "not ours", "mixed")))):
                one, other = draw(st.sets(st.integers(1, count), min_size=2, max_size=2))
                form = draw(st.sampled_from(CITING[code][kind]))
                lines.append(form.format(n=min(one, other), m=max(one, other)))
                left.extend(lines[-1:] if kind == "not ours" else ())
            paragraphs.append((("" if code == "ja" else " ").join(lines), ()))
        articles.append(Article(words_of(code, place)[0], tuple(paragraphs)))
    return Document(code, tuple(articles), frozenset(), draw(st.booleans())), tuple(left)


@st.composite
def citing_sentences(draw: st.DrawFn, code: str, count: int) -> str:
    """Wording that cites articles 1 to `count` in one or two ways."""
    forms = [form for kind in CITING[code].values() for form in kind]
    chosen = draw(st.lists(st.sampled_from(forms), min_size=1, max_size=2, unique=True))
    one, other = draw(st.sets(st.integers(1, count), min_size=2, max_size=2))
    return " ".join(form.format(n=min(one, other), m=max(one, other)) for form in chosen)
