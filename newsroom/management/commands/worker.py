"""The worker that ``serve`` starts: the stock one, and the site's tick beside it."""

from django_tasks_db.management.commands.db_worker import Command as StockWorker

from newsroom import tick


class Command(StockWorker):
    help = "Does the work that may wait, and once a second what is due."

    def handle(self, **options):
        tick.start()
        super().handle(**options)
