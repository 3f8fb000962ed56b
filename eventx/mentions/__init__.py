"""Who, where, when, how much: participants and values, and what they refer to."""

from eventx.mentions.mention import Mention, Referent, Voice
from eventx.mentions.mentions import Mentions

__all__ = ["Mention", "Mentions", "Referent", "Voice"]
