"""The number of a contribution in an address: what fits a database's key, and nothing else."""

from django.urls import register_converter


class Key:
    regex = "[1-9][0-9]{0,17}"

    def to_python(self, value):
        return int(value)

    def to_url(self, value):
        return str(int(value))


register_converter(Key, "contribution")
