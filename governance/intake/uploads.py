"""Uploaded files, cut off at the most that is taken."""

from typing import Any

from django.conf import settings
from django.core.files.uploadhandler import TemporaryFileUploadHandler


class CappedUpload(TemporaryFileUploadHandler):
    """Writes a file to the disk up to one byte over `LARGEST_UPLOAD` and lets the rest go.

    So whoever sends gigabytes fills no disk, and the form, which sees a file that is too large,
    says so at the field.
    """

    kept = 0

    def new_file(self, *args: Any, **options: Any) -> None:
        super().new_file(*args, **options)
        self.kept = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        room = settings.LARGEST_UPLOAD + 1 - self.kept
        if room > 0:
            super().receive_data_chunk(raw_data[:room], start)
            self.kept += min(room, len(raw_data))

    def file_complete(self, file_size: int) -> Any:
        return super().file_complete(min(file_size, self.kept))
