"""The circuits of a routine file: neighbours with the same letter, done in rounds."""

from collections.abc import Sequence
from functools import partial

from glutetimer.core.routine import Circuit
from glutetimer.files.dose_reader import MAX_WAIT_S
from glutetimer.files.ranges import range_of_durations_s, range_of_wholes
from glutetimer.files.reader import TableReader, shown_key
from glutetimer.toml_text.problem import shown

MAX_ROUNDS = 20
USUAL_ROUND_REST_S = 60.0


def read_circuits(table: TableReader, entry_tables: Sequence[TableReader]) -> tuple[Circuit, ...]:
    """The circuits of a routine's top table, checked against its exercises."""
    circuits = table.table("circuits")
    if circuits is None:
        _check_letters(entry_tables, ())
        return ()
    names = circuits.keys()
    found = [circuits.read_table(name, partial(_circuit, name), None) for name in names]
    used = _check_letters(entry_tables, names)
    for name in names:
        if name not in used:
            circuits.problem(
                f"no exercise is in circuit {shown_key(name)}; "
                f"write circuit = {shown(name)} in at least one [[exercise]]",
                name,
            )
    return tuple(circuit for circuit in found if circuit is not None)


def _circuit(name: str, table: TableReader) -> Circuit:
    table.require("rounds", "3")
    rounds, most_rounds = range_of_wholes(table, "rounds", 1, MAX_ROUNDS) or (1, 0)
    usual = (USUAL_ROUND_REST_S, 0.0)
    rest_s, most_rest_s = range_of_durations_s(table, "rest", 0, MAX_WAIT_S) or usual
    return Circuit(name, rounds, rest_s, most_rounds, most_rest_s)


def _check_letters(entry_tables: Sequence[TableReader], names: Sequence[str]) -> set[str]:
    """Note letters without a circuit and members that stand apart; returns the letters used."""
    used: set[str] = set()
    before = ""
    for table in entry_tables:
        value = table.value("circuit")
        letter = " ".join(value.split()) if isinstance(value, str) else ""
        if letter and letter not in used and letter not in names:
            table.problem(
                f"circuit {shown(letter)} is not described; add [circuits.{shown_key(letter)}] "
                "with its rounds",
                "circuit",
            )
        elif letter and letter in used and letter != before:
            table.problem(
                f"circuit {shown(letter)} was left before; its exercises must stand together",
                "circuit",
            )
        if letter:
            used.add(letter)
        before = letter
    return used
