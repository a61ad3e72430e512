"""Page and column breaks within a paragraph: a sentence goes on behind one, a head does not."""

from governance.intake.files.word.inline import PAGE_BREAK
from governance.text.language import Language
from governance.text.tree.lines import SPACES


def without_page_breaks(text: str, rules: Language) -> str:
    """The paragraph as one reads it: its lines, and what a break parted in a sentence joined."""
    if PAGE_BREAK not in text:
        return text
    found, *further = text.split(PAGE_BREAK)
    for part in further:
        found = _joined(found, part, rules)
    return found


def _joined(before: str, after: str, rules: Language) -> str:
    last, following = before.rpartition("\n")[2].strip(SPACES), after.strip(SPACES)
    if not last or not following:
        return before + after
    if not rules.is_unfinished(last) and _begins_line(last, following, rules):
        return f"{before}\n{after}"
    return rules.on_one_line(f"{before.rstrip(SPACES)}\n{after.lstrip(SPACES)}")


def _begins_line(last: str, following: str, rules: Language) -> bool:
    if last[-1] in rules.SENTENCE_ENDS or rules.is_caption(last) or rules.is_caption(following):
        return True
    head = rules.head(last)
    if head is not None and not head.rest:
        return True
    return rules.head(following) is not None or bool(rules.enumerators(following))
