"""The values of a draft as people type them into fields, read as a file would be."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from glutetimer.core.counts import sentence
from glutetimer.core.draft import EntryDraft
from glutetimer.core.errors import Trouble
from glutetimer.core.exercise import (
    Amount,
    CueMoment,
    Hold,
    OpenHold,
    OpenReps,
    Reps,
    Steps,
    Tempo,
    Work,
)
from glutetimer.core.routine import Circuit
from glutetimer.files.circuits import MAX_ROUNDS
from glutetimer.files.dose_reader import AMOUNT_KEYS, MAX_PHASE_S, MAX_WAIT_S
from glutetimer.files.draft_cues import cues_at, with_cues
from glutetimer.files.draft_reader import read_entry
from glutetimer.files.draft_text import amount_key
from glutetimer.files.durations import TEMPO_FORMS
from glutetimer.files.ranges import range_of_durations_s, range_of_wholes
from glutetimer.files.reader import TableReader
from glutetimer.toml_text.document import Document
from glutetimer.toml_text.problem import ProblemLog

_FIELDS = {
    **dict.fromkeys(AMOUNT_KEYS, ("amounts",)),
    "name": ("name",),
    "position": ("position",),
    "sets": ("sets", "most_sets"),
    "tempo": ("tempos",),
    "rest": ("rests_s", "most_rest_s"),
    "rest_after": ("rest_after_s",),
    "sides": ("sides",),
    "load": ("loads",),
    "note": ("note",),
    "circuit": ("circuit",),
    "moves_like": ("moves_like",),
    "say": ("say",),
}
"""What of an entry each key of a file is."""

_CUES = {"setup": CueMoment.SETUP, "cues": CueMoment.START, "last": CueMoment.LAST}
"""When the cues of each field are told."""

_SETS_OF = re.compile(r"\s*(\d{1,2}(?:\s*[-–]\s*\d{1,2})?)\s*[x×*]\s*(.+)", re.IGNORECASE)
_WITH_HOLD = re.compile(r"([^x×*]+[x×*][^x×*]+)[x×*]([^x×*]+)", re.IGNORECASE)
_COUNTED = {"sets", "rounds", "reps", "steps"}
_PER_SET = {*AMOUNT_KEYS, "tempo", "rest"}


def texts_of(entry: EntryDraft) -> Mapping[str, str]:
    """The values of an entry as they are typed, by key; "" where it is as usual."""
    texts = dict.fromkeys(_FIELDS, "")
    texts |= {"name": entry.name, "note": entry.note, "circuit": entry.circuit}
    texts["position"] = entry.position.value if entry.position else ""
    texts["sets"] = _range_text(entry.sets, entry.most_sets)
    if entry.amounts:
        texts[amount_key(entry.amounts)] = ", ".join(map(_amount_text, entry.amounts))
    texts["tempo"] = ", ".join(map(_tempo_text, entry.tempos))
    texts["rest"] = ", ".join(map(_seconds_text, entry.rests_s))
    if entry.most_rest_s:
        texts["rest"] = _seconds_text(entry.rests_s[0], entry.most_rest_s)
    if entry.rest_after_s is not None:
        texts["rest_after"] = _seconds_text(entry.rest_after_s)
    texts["sides"] = entry.sides.value if entry.sides else ""
    texts["load"] = ", ".join(entry.loads)
    texts["moves_like"] = entry.moves_like
    texts["say"] = "\n".join(f"{written} = {spoken}" for written, spoken in entry.say)
    for key, moment in _CUES.items():
        texts[key] = "\n".join(cue.say for cue in cues_at(entry, moment))
    return texts


def typed_into(
    entry: EntryDraft,
    key: str,
    text: str,
    usual: Tempo = Tempo(),  # noqa: B008 (it is frozen)
) -> EntryDraft:
    """An entry with a value as it was typed; empty is as usual. Raises Trouble with the cure.

    An amount may say the sets as well: "3 x 10", and a hold at the top of each rep:
    "3 x 12 x 5 s". Then `usual` has the other phases of an entry without a tempo of its own.
    """
    if key == "name" and not text.strip():
        raise Trouble("Give it a name")
    held = _WITH_HOLD.fullmatch(text) if key in AMOUNT_KEYS else None
    if held is not None:
        return _with_top(typed_into(entry, "reps", held[1]), held[2], usual)
    found = _SETS_OF.fullmatch(text) if key in AMOUNT_KEYS else None
    if found is not None:
        return typed_into(typed_into(entry, "sets", found[1]), key, found[2])
    log = ProblemLog()
    values = {"cues" if key in _CUES else key: value} if (value := _value(key, text)) else {}
    read = read_entry(TableReader(values, (), Document(values, ""), log), {})
    _raise_first(log)
    if key in _CUES:
        return with_cues(entry, _CUES[key], read.cues)
    return replace(entry, **{name: getattr(read, name) for name in _FIELDS[key]})


def _with_top(entry: EntryDraft, text: str, usual: Tempo) -> EntryDraft:
    """An entry whose reps are held at the top."""
    log = ProblemLog()
    values = {"top": text.strip()}
    top_s = TableReader(values, (), Document(values, ""), log).duration_s("top", 0, MAX_PHASE_S)
    _raise_first(log)
    tempos = entry.tempos or (usual,)
    return replace(entry, tempos=tuple(replace(tempo, top_s=top_s or 0.0) for tempo in tempos))


def circuit_texts_of(circuit: Circuit) -> Mapping[str, str]:
    """Rounds and rest of a circuit as they are typed."""
    rounds = _range_text(circuit.rounds, circuit.most_rounds)
    rest = _seconds_text(circuit.rest_s, circuit.most_rest_s)
    return {"rounds": rounds, "round_rest": rest}


def typed_into_circuit(circuit: Circuit, key: str, text: str) -> Circuit:
    """A circuit with rounds or rest as it was typed. Raises Trouble with the cure."""
    log = ProblemLog()
    values = {key: _single(key, text.strip())}
    table = TableReader(values, (), Document(values, ""), log)
    if key == "rounds":
        rounds, most = range_of_wholes(table, key, 1, MAX_ROUNDS) or (circuit.rounds, 0)
        made = replace(circuit, rounds=rounds, most_rounds=most)
    else:
        as_it_is = circuit.rest_s, circuit.most_rest_s
        rest_s, most_s = range_of_durations_s(table, key, 0, MAX_WAIT_S) or as_it_is
        made = replace(circuit, rest_s=rest_s, most_rest_s=most_s)
    _raise_first(log)
    return made


# From a text to what a file would have


def _value(key: str, text: str) -> object:
    text = text.strip()
    if key in _CUES:
        return [line for line in text.splitlines() if line.strip()]
    if key == "say":
        return _said(text)
    parts = _parts(key, text)
    values = [_single(key, part) for part in parts]
    return values[0] if len(values) == 1 else values


def _said(text: str) -> dict[str, str]:
    """Words as they are said, one a line: "RDL = R D L"."""
    lines = [line.partition("=") for line in text.splitlines() if line.strip()]
    if not all(sign for _, sign, _ in lines):
        raise Trouble("Write the word, = and how it is said: RDL = R D L")
    return {written.strip(): spoken.strip() for written, _, spoken in lines}


def _parts(key: str, text: str) -> Sequence[str]:
    """The values of all sets: "8, 6, 4", "20/15/10 s"; a comma within a number is decimal."""
    if key == "load":
        parts = re.split(r"\s*[,;]\s+", text)
        return parts if all(part[:1].isdecimal() for part in parts) else [text]
    if key not in _PER_SET:
        return [text]
    is_bare = key in _COUNTED or text.count(",") > 1
    separator = r"\s*[,;/]\s*" if is_bare else r"\s*[;/]\s*|,\s+"
    if key == "tempo":
        separator = r"\s*[,;]\s*"
    return re.split(separator, text)


def _single(key: str, text: str) -> str | int:
    if key in _COUNTED and text.isdecimal() and len(text) < 10:
        return int(text)
    if key in AMOUNT_KEYS and text.casefold() == "open":
        return "open"
    return text


def _raise_first(log: ProblemLog) -> None:
    """Say what to write, without the signs of a file."""
    for problem in log.sorted():
        found, _, cure = problem.message.partition("; ")
        cure = cure.replace(TEMPO_FORMS, "2-0-2-1: lower, bottom, lift, top")
        words = re.sub(r"[\"\[\]]", "", cure or found)
        raise Trouble(sentence(words))


# From a value to a text


def _range_text(least: int | None, most: int) -> str:
    if least is None:
        return ""
    return f"{least}-{most}" if most else str(least)


def _seconds_text(seconds: float, most_s: float = 0.0) -> str:
    least = f"{seconds:.10g}-" if most_s else ""
    return f"{least}{most_s or seconds:.10g} s"


def _amount_text(amount: Amount) -> str:
    match amount:
        case OpenReps() | OpenHold():
            return "open"
        case Reps(low, high):
            return _range_text(low, high if high != low else 0)
        case Steps(count):
            return str(count)
        case Work(seconds):
            return _seconds_text(seconds)
        case Hold(seconds, most_s):
            return _seconds_text(seconds, most_s)


def _tempo_text(tempo: Tempo) -> str:
    return f"{tempo.lower_s:g}-{tempo.pause_s:g}-{tempo.lift_s:g}-{tempo.top_s:g}"
