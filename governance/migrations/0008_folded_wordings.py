"""Wordings are searched: what they say, folded by the database, so that it cannot be out of date.

`governance.searching.folding` folds what is asked for in the same way. NFKC is Unicode's and the
letters are told one by one: neither PostgreSQL's collation nor its version makes a difference.
"""

from importlib import import_module

from django.db import migrations, models
from django.db.models import F, Func

# Latin, Greek and Cyrillic; A to Z are `lower`'s, which is faster.
BLOCKS = (range(0xC0, 0x530), range(0x1E00, 0x2000))


def small(letter: str) -> str:
    """The small letter where it is one letter: ß stays, since ss would be two."""
    return next((one for one in (letter.casefold(), letter.lower()) if len(one) == 1), letter)


LETTERS = {letter: small(letter) for block in BLOCKS for letter in map(chr, block)} | {"İ": "i"}
CAPITALS = "".join(letter for letter in LETTERS if letter != LETTERS[letter])
SMALL = "".join(LETTERS[letter] for letter in CAPITALS)

# `translate` looks each character up in the whole list, so it is kept for texts that need it.
# Nothing is called by a name that a dump, read back, would have to look for.
ONE = rf"""
CREATE FUNCTION governance_folded(said text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN (
    SELECT CASE WHEN small ~ '[\u00C0-\u052F\u1E00-\u1FFF]'
        THEN translate(small, '{CAPITALS}', '{SMALL}') ELSE small END
    FROM (SELECT lower(regexp_replace(
        normalize(said, NFKC), '[\t\n\v\f\r \u0085\u1680\u2028\u2029]+', ' ', 'g'
    ) COLLATE "C") AS small) AS found
)
"""
# No folded text has a line break, so no word is found across the two.
BOTH = """
CREATE FUNCTION governance_folded(caption text, body text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN governance_folded(caption) || chr(10) || governance_folded(body)
"""

# What the database computes of a row it does not know yet when it asks whether the row is kept.
KEPT = import_module("governance.migrations.0005_kept").WORDING.replace("CREATE", "CREATE OR REPLACE")
KEPT_WITH_FOLDED = KEPT.replace("'as_adopted']", "'as_adopted', 'folded_ja', 'folded_en']")
assert KEPT != KEPT_WITH_FOLDED


def folded(language: str) -> migrations.AddField:
    expression = Func(F(f"caption_{language}"), F(f"body_{language}"), function="governance_folded")
    return migrations.AddField(
        model_name="wording",
        name=f"folded_{language}",
        field=models.GeneratedField(
            db_persist=True, expression=expression, output_field=models.TextField()
        ),
    )


class Migration(migrations.Migration):
    dependencies = [("governance", "0007_amendment_reasons")]

    operations = [
        migrations.RunSQL([(ONE, None)], "DROP FUNCTION governance_folded(text)"),
        migrations.RunSQL([(BOTH, None)], "DROP FUNCTION governance_folded(text, text)"),
        migrations.RunSQL([(KEPT_WITH_FOLDED, None)], [(KEPT, None)]),
        folded("ja"),
        folded("en"),
    ]
