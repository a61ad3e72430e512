from django.db import migrations, models

from governance.models.constraints import DatesInOrder


class Migration(migrations.Migration):
    dependencies = [("governance", "0010_meeting_slug")]

    operations = [
        migrations.RemoveConstraint(model_name="wording", name="wording_adopted_then_expires"),
        migrations.AlterField(
            model_name="historicalwording",
            name="superseded_why",
            field=models.TextField(
                blank=True, max_length=4000, verbose_name="why it is superseded"
            ),
        ),
        migrations.AlterField(
            model_name="wording",
            name="superseded_why",
            field=models.TextField(
                blank=True, max_length=4000, verbose_name="why it is superseded"
            ),
        ),
        migrations.AddConstraint(
            model_name="wording",
            constraint=DatesInOrder(
                earlier="adopted_on",
                later="expires_on",
                name="wording_adopted_then_expires",
                strictly=True,
                violation_error_message=(
                    "A provision expires after the day it takes effect, not on it or before."
                ),
            ),
        ),
    ]
