"""Comments with their answers."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from proposals.models import Comment, Proposal


@dataclass(frozen=True)
class Thread:
    """A comment and the answers to it, in order."""

    comment: Comment
    answers: tuple[Comment, ...] = ()

    @property
    def closed_by(self) -> Comment | None:
        """The answer that resolved it or took its suggestion over; None while it is open."""
        last = next((one for one in reversed(self.answers) if one.act), None)
        return None if last is None or last.act == Comment.Act.REOPENED else last

    @property
    def is_open(self) -> bool:
        return self.closed_by is None


def threads_of(proposal: Proposal) -> tuple[Thread, ...]:
    """The comments of a proposal, the open ones first, each with who wrote it. One query."""
    answers: dict[int, list[Comment]] = defaultdict(list)
    comments = []
    for one in proposal.comments.select_related("by").order_by("pk"):
        if one.answer_to_id is None:
            comments.append(one)
        else:
            answers[one.answer_to_id].append(one)
    found = [Thread(one, tuple(answers[one.pk])) for one in comments]
    return tuple(sorted(found, key=lambda thread: not thread.is_open))


def open_comments_of(proposals: Iterable[Proposal]) -> Mapping[int, int]:
    """How many open comments several proposals have, by their keys. One query."""
    rows = Comment.objects.filter(proposal__in=list(proposals)).order_by("pk")
    answers: dict[int, list[Comment]] = defaultdict(list)
    comments = []
    for one in rows.only("pk", "proposal", "answer_to", "act"):
        if one.answer_to_id is None:
            comments.append(one)
        else:
            answers[one.answer_to_id].append(one)
    threads = (Thread(one, tuple(answers[one.pk])) for one in comments)
    return Counter(thread.comment.proposal_id for thread in threads if thread.is_open)


def open_counts(threads: Iterable[Thread]) -> Mapping[str, int]:
    """How many open comments there are about each thing, by its identity."""
    return Counter(thread.comment.about for thread in threads if thread.is_open)
