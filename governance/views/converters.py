"""What may stand in an address; anything else is a 404 before a question reaches the database."""

from governance.models.company import CODE


class Code:
    """A securities code: 3774."""

    regex = CODE

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value
