"""Renames: `room` is the numbering, `cites` the citation targets, a review's `word` its comment, and
the move `take_up` is `reopen`.

Reviews are only added to, so the trigger that refuses to change one is off for that one statement.
A table with checks still to come cannot be altered, so they come at once.
"""

from django.db import migrations, models
from django.db.models import F, Func, Q, Value
from django.db.models.lookups import Exact


def _renamed_move(before: str, after: str) -> str:
    return f"""
        SET CONSTRAINTS ALL IMMEDIATE;
        ALTER TABLE proposals_review DISABLE TRIGGER review_append_only;
        UPDATE proposals_review SET move = '{after}' WHERE move = '{before}';
        ALTER TABLE proposals_review ENABLE TRIGGER review_append_only;
        SET CONSTRAINTS ALL DEFERRED;
    """


NUMBERING = models.CharField(
    choices=[
        ("renumber", "Renumber what follows"),
        ("branch", "Give it a branch number"),
        ("keep", "Keep its number, marked as deleted"),
    ],
    default="renumber",
    max_length=20,
    verbose_name="numbering",
)


class Migration(migrations.Migration):
    dependencies = [("proposals", "0006_expiry_after_effect")]

    operations = [
        migrations.RunSQL(
            _renamed_move("take_up", "reopen"), _renamed_move("reopen", "take_up")
        ),
        migrations.RemoveConstraint("change", "change_room"),
        migrations.RemoveConstraint("change", "change_cites"),
        migrations.RenameField("change", "room", "numbering"),
        migrations.RenameField("historicalchange", "room", "numbering"),
        migrations.RenameField("change", "cites", "citation_targets"),
        migrations.RenameField("historicalchange", "cites", "citation_targets"),
        migrations.RenameField("review", "word", "comment"),
        migrations.AlterField("change", "numbering", NUMBERING),
        migrations.AlterField("historicalchange", "numbering", NUMBERING),
        migrations.AlterField(
            "review", "comment", models.TextField(blank=True, verbose_name="comment")
        ),
        migrations.AddConstraint(
            "change",
            models.CheckConstraint(
                name="change_numbering",
                condition=Q(numbering="renumber")
                | Q(operation="insert", numbering="branch")
                | Q(operation="delete", numbering="keep"),
                violation_error_message=(
                    "Only what is inserted can take a branch number;"
                    " only what is deleted can keep its number."
                ),
            ),
        ),
        migrations.AddConstraint(
            "change",
            models.CheckConstraint(
                name="change_citation_targets",
                condition=Exact(
                    Func(
                        F("citation_targets"),
                        function="jsonb_typeof",
                        output_field=models.TextField(),
                    ),
                    Value("object"),
                ),
            ),
        ),
    ]
