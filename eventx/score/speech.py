"""Forms of the verbs of speech and writing, as against those of thought, wish and attitude: the slice `speech`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# fmt: off
VERBS = (
    "accuse", "acknowledge", "add", "admit", "advise", "agree", "allege", "announce", "answer", "argue", "ask",
    "assert", "assure", "blame", "blast", "blog", "boast", "brand", "call", "caution", "characterise",
    "characterize", "charge", "cite", "claim", "clarify", "comment", "complain", "concede", "conclude", "condemn",
    "confirm", "contend", "continue", "counter", "criticise", "criticize", "cry", "declare", "deem", "defend",
    "demand", "denounce", "deny", "describe", "disagree", "disclose", "dismiss", "dub", "echo", "elaborate",
    "email", "emphasise", "emphasize", "endorse", "estimate", "exclaim", "explain", "express", "indicate", "inform",
    "insist", "joke", "label", "lament", "maintain", "mention", "mock", "note", "object", "observe", "offer",
    "outline", "pledge", "post", "praise", "predict", "proclaim", "promise", "pronounce", "propose", "question",
    "quip", "quote", "recall", "recommend", "reiterate", "reject", "remark", "remind", "repeat", "reply", "report",
    "respond", "retort", "reveal", "say", "share", "shout", "slam", "specify", "state", "stress", "suggest", "tell",
    "testify", "text", "tweet", "urge", "vow", "warn", "whisper", "write",
)
# fmt: on

OTHER_FORMS = ("said", "tweeted", "told", "wrote", "spoke", "put", "read", "held", "said:", "according")


def _forms(verb: str) -> Iterator[str]:
    """The forms a verb may have. Some are no words of English; those meet nothing in a text and do no harm."""
    stem = verb
    if verb.endswith("e"):
        stem = verb[:-1]
    elif verb.endswith("y") and verb[-2] not in "aeo":
        stem = verb[:-1] + "i"
    doubled = stem + stem[-1]
    yield from (verb, verb + "s", stem + "es", stem + "ed", doubled + "ed", doubled + "ing", verb.rstrip("e") + "ing")


SPEECH_FORMS = frozenset((*OTHER_FORMS, *(form for verb in VERBS for form in _forms(verb))))
