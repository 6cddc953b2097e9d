"""What the log says of requests."""

import logging

BAD_REQUEST = 400


class ShortRefusals(logging.Filter):
    """A request that was refused as a bad one is told in one line: where it was refused is no trouble of the site."""

    def filter(self, record):
        if getattr(record, "status_code", None) == BAD_REQUEST:
            record.exc_info = record.exc_text = None
        return True
