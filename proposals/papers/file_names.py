"""The names of the files of a proposal's papers: signs that every system takes."""

from collections.abc import Iterable


def draft_file_stem(words: Iterable[str], is_draft: bool) -> str:
    """ "3774-21-1-release-en-DRAFT", without "-DRAFT" once approved."""
    return "-".join([*words, *(["DRAFT"] if is_draft else [])])
