"""Generated examples are the same in every run, so that a run means the same on every machine."""

from hypothesis import settings

settings.register_profile("same-every-time", derandomize=True, deadline=None)
settings.load_profile("same-every-time")
