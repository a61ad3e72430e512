"""What a provision is called in what a person is told of a draft."""

from collections.abc import Iterable

from governance.text import naming
from governance.text.finding import PlaceName
from governance.text.tree.places import Places


def place_name(key: str, sides: Iterable[Places]) -> PlaceName | None:
    """What the provision of that identity is called in the first version that has it."""
    for places in sides:
        provision = places.articles.by_key(key)
        if provision is not None:
            return PlaceName(naming.name(provision, places))
    return None
