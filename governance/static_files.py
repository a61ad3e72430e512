"""Static files named after their content, the modules that scripts import among them."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticFiles(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """A module asks for another by the name that is given to its content."""

    support_js_module_import_aggregation = True
