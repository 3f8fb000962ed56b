"""Appositions: the noun phrase before "…, a Democrat," or "…, who leads it,"."""

from __future__ import annotations

from eventx.grammar.noun_phrases import LINKING, phrase_end, phrase_start
from eventx.text import Text

LONGEST_APPOSITION = 40
# "Lee, who worked for Webb, a senator, said": behind them stands no subject
GOVERNING = frozenset("at for from of to under with".split())
# what hangs on a subject between commas: "Lee, during a tour of the plant, called"
APPOSED_PREPOSITIONS = frozenset("after along at during for from in including like of on with without".split())

TokenRange = tuple[int, int]


def before_apposition(text: Text, comma: int, floor: int) -> TokenRange | None:
    """The noun phrase before "…, a Democrat," or "…, who leads it,": from its first word up to the closing comma."""
    found = _before_apposition(text, comma, floor)
    if found is not None and found[0] - 1 > floor:
        classes = text.word_classes(comma)
        hangs = text.lower[found[0] - 1] in GOVERNING and classes[found[0] - 2] in "vzdn"
        if hangs or (classes[found[0] - 1] == "B" and text.lower[found[0] - 2] in {"who", "which"}):
            outer = _before_apposition(text, comma, floor, behind=found[0])
            return outer if outer is not None and outer[0] < found[0] else found
    return found


def _before_apposition(text: Text, comma: int, floor: int, *, behind: int | None = None) -> TokenRange | None:
    classes = text.word_classes(comma)
    mark = classes[comma]
    i = (comma if behind is None else behind) - 1
    while i > floor and comma - i < LONGEST_APPOSITION:
        if classes[i] == mark and _opens_apposition(text, classes, i, comma):
            if i - 2 > floor and classes[i - 1] == "R" and classes[i - 2] == ",":
                i -= 2  # "Lee, meanwhile, who leads it,"
            start = phrase_start(text, i, floor)
            if classes[start] == "g":
                i = start  # "Lee, who left after serving in Orvia, Tarn and Veld, said"
                continue
            named = classes[i - 1] == "P" and all(classes[k] in "JNP" for k in range(start, i))
            if start == i or (classes[start] == "J" and not named):
                return None
            if classes[comma - 1] in "zd":
                return start, i
            if start > floor and classes[start - 1] == "," and i - start == 1:
                if classes[start] == "M" or (classes[start] == "P" and text.words[start].endswith(".")):
                    i = start - 1  # "Lee, 54, a teacher,", "Lee of Macon, Ga.,"
                    continue
            if text.lower[i + 1] in {"who", "which"} or classes[i + 1] in "gndz":
                return start, i
            if classes[i + 1] == "I" and text.lower[i + 1] not in {"of", "from", "with", "including", "along"}:
                return start, i
            return start, comma
        quotation = text.quotation(i) if classes[i] == '"' else None
        if quotation is not None and quotation.first > floor:
            i = quotation.first - 1  # "Webb, who called it “vain,” said"
            continue
        if classes[i] in '.;"':
            return None
        i -= 1
    return None


def _opens_apposition(text: Text, classes: list[str], opening: int, closing: int) -> bool:
    first = opening + 1
    if first >= closing:
        return False
    letter, word = classes[first], text.lower[first]
    if closing - first < 6 and classes[closing - 1] in "zd" and letter in "DPNQJ":
        return True  # "The plan, residents said, was dead"
    if closing - first < 9 and letter in "dz" and phrase_end(text, first + 1, closing, linked=LINKING) == closing:
        return True  # "The plan, said Councillor Ruiz, was dead"
    if word == "as" and classes[first + 1] in "DNPQ" and any(classes[i] in "zdB" for i in range(first + 2, closing)):
        return True  # "Lee – as the mayor noted – praised"
    if word in {"who", "which", "whose"} or (letter in "gn" and closing - first > 1):
        return True
    if letter == "d" and classes[first + 1] == "I" and not any(classes[i] in "zdXH" for i in range(first + 1, closing)):
        return True
    if letter == "C" and classes[closing] == "-":
        letter = "N"  # "Democrats — and some Republicans — say"
    if word in {"now", "then", "once"}:
        letter = "N"  # "Lee, now a senator, said"
    if letter in "DPNJMRI":
        # an apposition holds no finite verb of its own, unless a relative clause comes first
        for i in range(first, closing):
            if classes[i] == "W":
                return True
            if classes[i] in "zdXH" and not (letter == "I" and classes[i] == "d" and classes[i + 1] == "I"):
                return False  # but "Lee, in a note published in May, rebuked"
        return letter != "I" or word in APPOSED_PREPOSITIONS
    return False
