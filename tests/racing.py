"""Several at once: functions that begin together, each in a thread with a database connection of its own."""

import threading

from django.db import connections


def race(functions):
    """The results or exceptions of the functions, in their order."""
    start, results = threading.Barrier(len(functions)), [None] * len(functions)

    def run(place, function):
        try:
            start.wait(timeout=10)
            results[place] = function()
        except Exception as error:
            results[place] = error
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(functions)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return results
