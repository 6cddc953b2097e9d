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
os.environ["TICK"] = "0"
# Staff of the tests sign in with nothing but their password; tests of the second factor switch it on.
os.environ["STAFF_SECOND_FACTOR"] = "0"
# No test knows a provider of payments that the person's own environment names.
for name in [*os.environ]:
    if name.startswith(("SANDBOX_", "WAVE_", "ORANGE_MONEY_", "STRIPE_", "OUTBOUND_")):
        del os.environ[name]

# WhiteNoise warns of a missing folder, and warnings are errors.
(Path(os.environ["DATA_DIR"]) / "static").mkdir(parents=True, exist_ok=True)
