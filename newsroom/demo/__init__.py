"""The demo edition: an invented daily of Bamako, so that an empty database shows a newspaper.

Its texts, people and figures are all imagined. ``loading.load`` puts it in; nothing else writes.
"""
