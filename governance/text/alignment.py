"""Order-preserving alignment of two short sequences of texts."""

from collections.abc import Sequence

from rapidfuzz.distance import Indel


def similarity(a: str, b: str) -> float:
    """How alike two texts are, 0 to 1, by the characters they share in order."""
    return 1.0 if a == b else Indel.normalized_similarity(a, b)


def align(
    old: Sequence[str],
    new: Sequence[str],
    *,
    least: float = 0.5,
    bonus: Sequence[Sequence[float]] | None = None,
) -> list[tuple[int, int]]:
    """The pairs (i, j), rising in both, whose likeness adds up to the most; only texts at least
    `least` alike pair. `bonus[i][j]` may favour a pair. Time and space grow with len × len."""
    if not old or not new:
        return []
    likeness = [[similarity(a, b) for b in new] for a in old]
    rows, columns = len(old), len(new)
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        for j in range(columns - 1, -1, -1):
            best[i][j] = max(best[i + 1][j], best[i][j + 1])
            worth = likeness[i][j] + (bonus[i][j] if bonus else 0.0)
            if worth >= least:
                best[i][j] = max(best[i][j], worth + best[i + 1][j + 1])
    pairs, i, j = [], 0, 0
    while i < rows and j < columns:
        worth = likeness[i][j] + (bonus[i][j] if bonus else 0.0)
        if worth >= least and best[i][j] == worth + best[i + 1][j + 1]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i + 1][j] >= best[i][j + 1]:
            i += 1
        else:
            j += 1
    return pairs
