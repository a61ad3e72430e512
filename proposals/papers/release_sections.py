"""The release as a paper of sections, which is how it becomes a Word file."""

from collections.abc import Iterator

from governance.papers.sections import Particular, Section, SectionsPaper
from proposals.papers.release import ReleasePaper


def release_sections(paper: ReleasePaper) -> SectionsPaper:
    """The same words in the same order as `paper` prints them."""
    is_japanese = paper.language == "ja"
    return SectionsPaper(
        language=paper.language,
        title=paper.title,
        company=paper.company,
        subject=paper.subject,
        day=paper.dateline if is_japanese else "",
        addressee=paper.banner,
        particulars=paper.particulars,
        heading=paper.title,
        opening=paper.opening if is_japanese else f"{paper.dateline} {paper.opening}",
        record=paper.record,
        sections=tuple(_sections(paper)),
        closing=paper.closing,
        appendix=tuple(_appendix(paper)),
        file_stem=paper.file_name.removesuffix(".pdf"),
        is_draft=paper.is_draft,
    )


def _sections(paper: ReleasePaper) -> Iterator[Section]:
    if paper.correction is not None:
        yield Section(
            paper.correction_head,
            paragraphs=(paper.correction_opening,),
            table=paper.correction,
        )
    yield Section(paper.reasons_head, reasons=paper.reasons)
    yield Section(paper.content_head, paragraphs=(paper.content_opening,), table=paper.table)
    yield Section(
        paper.schedule_head,
        particulars=tuple(Particular(line.label, line.day) for line in paper.schedule),
    )


def _appendix(paper: ReleasePaper) -> Iterator[Section]:
    if paper.about:
        yield Section(paper.about_head, paragraphs=paper.about)
    if paper.forward_looking:
        yield Section(paragraphs=paper.forward_looking)
    if paper.contact and paper.language == "en":
        # A release in Japanese has whom to ask at its head.
        first, *others = paper.contact
        yield Section(paragraphs=(f"{paper.contact_head} {first}", *others))
