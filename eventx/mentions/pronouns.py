"""The pronouns, by whom they can stand for."""

from __future__ import annotations

MALE = frozenset("he him his himself".split())
FEMALE = frozenset("she her hers herself".split())
SINGULAR = MALE | FEMALE
PLURAL = frozenset("they them their theirs themselves".split())
NEUTER = frozenset("it its itself".split())
OBJECTS = frozenset(["him", "her", "them", "it"])
FIRST_SINGULAR = frozenset("i me my mine myself".split())
FIRST_SUBJECT = FIRST_SINGULAR | {"we", "ourselves"}
OUR_SIDE = frozenset("us our ours".split())
SECOND_PERSON = frozenset("you your yours yourself".split())
PRONOUNS = SINGULAR | PLURAL | NEUTER | FIRST_SUBJECT | OUR_SIDE | SECOND_PERSON
POSSESSIVES = frozenset("my your his her its our their".split())
RELATIVE = frozenset(["who", "whom", "whose"])

PRONOUN_KINDS = {
    **dict.fromkeys((*SINGULAR, *FIRST_SINGULAR, *SECOND_PERSON), "person"),
    **dict.fromkeys("someone somebody anyone anybody everyone everybody nobody who whoever whom".split(), "person"),
    **dict.fromkeys((*PLURAL, "we", "ourselves", *OUR_SIDE, "those", "these"), "group"),
}
