"""Linking: attribution, merging of tellings, status, dates."""

from eventx.linking.events import LinkedEvent, link

__all__ = ["LinkedEvent", "link"]
