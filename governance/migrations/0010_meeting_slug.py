from django.core.validators import RegexValidator
from django.db import migrations, models

SLUG = models.CharField(
    blank=True,
    help_text="Left empty, it becomes the ordinal, or the date of an extraordinary meeting.",
    max_length=9,
    validators=[
        RegexValidator(
            r"\A[0-9]{1,8}[a-z]?\Z",
            "Write up to 8 digits, with a small letter after them if needed.",
        )
    ],
    verbose_name="name in addresses",
)
RENAME_CONSTRAINT = "ALTER TABLE governance_meeting RENAME CONSTRAINT {} TO {}"


def rename_constraint(old: str, new: str) -> migrations.RunSQL:
    return migrations.RunSQL(
        RENAME_CONSTRAINT.format(old, new), reverse_sql=RENAME_CONSTRAINT.format(new, old)
    )


class Migration(migrations.Migration):
    """`Meeting.mark` becomes `slug`; its values stay, and so do all addresses."""

    dependencies = [("governance", "0009_intake_effect_unknown")]

    operations = [
        # Django renames a field in its constraints in the database, but not in their state.
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.RemoveConstraint(model_name="meeting", name="meeting_mark_once"),
                migrations.RemoveConstraint(model_name="meeting", name="meeting_mark"),
            ]
        ),
        migrations.RenameField(model_name="meeting", old_name="mark", new_name="slug"),
        migrations.RenameField(model_name="historicalmeeting", old_name="mark", new_name="slug"),
        migrations.AlterField(model_name="meeting", name="slug", field=SLUG),
        migrations.AlterField(model_name="historicalmeeting", name="slug", field=SLUG.clone()),
        migrations.SeparateDatabaseAndState(
            database_operations=[
                rename_constraint("meeting_mark_once", "meeting_slug_once"),
                rename_constraint("meeting_mark", "meeting_slug"),
            ],
            state_operations=[
                migrations.AddConstraint(
                    model_name="meeting",
                    constraint=models.UniqueConstraint(
                        fields=("company", "slug"),
                        name="meeting_slug_once",
                        violation_error_message=(
                            "The company has a meeting with this name in addresses already."
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="meeting",
                    constraint=models.CheckConstraint(
                        condition=models.Q(slug__regex="^[0-9]{1,8}[a-z]?$"), name="meeting_slug"
                    ),
                ),
            ],
        ),
    ]
