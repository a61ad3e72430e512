"""What is new in a text with heads of Markdown has their signs too."""

from governance.text.amending.builder import amend
from governance.text.amending.operations import Insert
from governance.text.reading.read import read
from governance.text.reading.write import write


def test_new_article_has_the_signs_of_its_neighbours() -> None:
    present = "## Article 1 (Name)\nThe name is Kamo.\n\n## Article 2 (Seat)\nSee Article 1.\n"
    aim = Insert("new", after="main", caption="Aim", body="The aim is peace.")
    result = amend(read(present, "en").articles, [aim])
    assert write(result.proposed) == (
        "## Article 1 (Aim)\nThe aim is peace.\n\n"
        "## Article 2 (Name)\nThe name is Kamo.\n\n## Article 3 (Seat)\nSee Article 2.\n"
    )
