from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import F

from governance.models.constraints import DatesInOrder


def refuse_expiry_on_the_day_of_effect(
    apps: Apps, _schema_editor: BaseDatabaseSchemaEditor
) -> None:
    # Which of the two days was meant, nobody but the author knows.
    changes = apps.get_model("proposals", "Change").objects.filter(expires_on=F("effective_on"))
    found = [
        f"{code}-{slug}-{number}"
        for code, slug, number in changes.values_list(
            "company__code", "proposal__meeting__slug", "proposal__number"
        )
    ]
    if found:
        raise ValueError(
            "A change expires on the day it takes effect; correct it with the version before, in"
            f" the proposals {', '.join(sorted(set(found)))}."
        )


class Migration(migrations.Migration):
    dependencies = [("governance", "0011_expiry_after_effect"), ("proposals", "0005_adopted")]

    operations = [
        migrations.RunPython(refuse_expiry_on_the_day_of_effect, migrations.RunPython.noop),
        migrations.RemoveConstraint(model_name="change", name="change_effective_then_expires"),
        migrations.AddConstraint(
            model_name="change",
            constraint=DatesInOrder(
                earlier="effective_on",
                later="expires_on",
                name="change_effective_then_expires",
                strictly=True,
                violation_error_message=(
                    "A provision expires after the day it takes effect, not on it or before."
                ),
            ),
        ),
    ]
