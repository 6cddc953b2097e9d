from django import forms


class LocalDateTimeInput(forms.DateTimeInput):
    """The browser's own date and hour; seconds only where the instant has some."""

    input_type = "datetime-local"

    def __init__(self, attrs=None):
        super().__init__(attrs, format="%Y-%m-%dT%H:%M")

    def format_value(self, value):
        if getattr(value, "second", 0):
            return f"{value:%Y-%m-%dT%H:%M:%S}"
        return super().format_value(value)
