"""Who recorded or corrected what, and when: django-simple-history, with the index its questions
need.

When a wording is in force is a column of the record; when somebody typed it is here. Two times, two
places.
"""

from typing import Any

from django.db.models import Index, Model
from simple_history.models import HistoricalRecords


class History(HistoricalRecords):  # type: ignore[misc]
    """`HistoricalRecords` with an index for "the rows of one object, the newest first"."""

    def get_meta_options(self, model: type[Model]) -> dict[str, Any]:
        options: dict[str, Any] = super().get_meta_options(model)
        key = model._meta.pk.attname
        newest_first = Index(
            # Names of indexes are unique in a schema and at most 30 characters long.
            name=f"{model._meta.model_name}_history_newest",
            fields=(key, "-history_date", "-history_id"),
        )
        return {**options, "indexes": (*options.get("indexes", ()), newest_first)}
