"""Static files in production: hashed names (in ES modules' imports too), compressed, kept for ever by browsers."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class ModuleManifestStorage(CompressedManifestStaticFilesStorage):
    support_js_module_import_aggregation = True
