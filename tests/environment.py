"""A pytest plugin that sets the environment of the tests before Django reads its settings."""

import os
import tempfile
import zlib
from pathlib import Path

HERE = Path(__file__).resolve().parent
# One folder a checkout, so that two can be tested at once.
ROOT = Path(tempfile.gettempdir()) / f"newsroom-tests-{os.getuid()}-{zlib.crc32(str(HERE).encode()):x}"
ROOT.mkdir(exist_ok=True)

os.environ.setdefault("SECRET_KEY", "a key for the tests only, long enough to sign with")
os.environ.setdefault("DATABASE_URL", f"sqlite:///{ROOT / 'newsroom.sqlite3'}")
os.environ.setdefault("DATA_DIR", str(ROOT / "data"))
os.environ["SITE_URL"] = "http://testserver"
os.environ["DEBUG"] = "0"

# WhiteNoise warns of a missing folder, and warnings are errors.
(Path(os.environ["DATA_DIR"]) / "static").mkdir(parents=True, exist_ok=True)
