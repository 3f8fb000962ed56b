"""Found events against gold: how many are found, how many are right, and in what.

Both sides are documents with an `id`. Gold has `text` and `statements`, or `events` of the other three types; a
prediction is the JSON of a result.

- spans are compared as sets of words, so that quotation marks, punctuation and determiners do not decide;
- statements pair by the overlap of their content and are *found* at one half; *joint* asks for the right source too;
- the other events pair by their triggers, or by sentence and half of the roles; those not asserted are left out;
- intervals are 90 %, from drawing the documents anew.
"""

from eventx.score.pairing import Miss
from eventx.score.scoring import Comparison, compare, read_records, score

__all__ = ["Comparison", "Miss", "compare", "read_records", "score"]
