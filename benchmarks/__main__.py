"""How long the hot paths take, as ratios to work that cannot be avoided and is measured in the same run: a ratio means
the same on any machine. ``make bench`` prints them and fails where one is over its limit."""

import os
import sys
import time

import django

from newsroom.development import fill

fill(os.environ)
django.setup()

from benchmarks import rendering, words  # noqa: E402  (models need the set-up)

# In processor time; each run is repeated, and the fastest counts: the others were disturbed.
TIMES = 7


def fastest(function) -> float:
    return min(_seconds(function) for _ in range(TIMES))


def _seconds(function):
    began = time.process_time()
    function()
    return time.process_time() - began


def main() -> int:
    failed = 0
    for bench in (*words.BENCHES, *rendering.BENCHES):
        work, floor = bench.prepare()
        ratio = fastest(work) / fastest(floor)
        failed += ratio > bench.limit
        verdict = "ok" if ratio <= bench.limit else "TOO SLOW"
        sys.stdout.write(f"{bench.name}: {ratio:.2f} times {bench.floor} (at most {bench.limit:g}) {verdict}\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
