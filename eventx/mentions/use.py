"""A name where it stands."""

from __future__ import annotations

from dataclasses import dataclass, field

from eventx.mentions.mention import Referent
from eventx.mentions.names import Reading
from eventx.mentions.surroundings import Told


@dataclass(slots=True, eq=False)
class Use:
    """One run of name words: its tokens (half-open), what they say, what stands beside them, and who bears the name."""

    first: int
    last: int
    reading: Reading
    told: Told
    in_capitals: bool = False
    referent: Referent = field(init=False)

    @property
    def named(self) -> bool:
        """Whether the run holds a name, and not titles or a people alone."""
        return self.reading.end > self.reading.begin
