"""The accuracy gate: precision, recall and F1 of extraction on our own labelled reports, above pinned floors.

    python -m benchmarks.accuracy                     the figures beside their floors
    python -m benchmarks.accuracy --misses headlines  what was read wrongly in one corpus
    python -m benchmarks.accuracy --update            raises the floors to the figures; refuses to lower one
    python -m benchmarks.accuracy --update --lower    lowers them as well: the commit message has to defend it

The corpora are reports labelled by hand, open to development ("dev") or not ("held"), headlines, and reports by construction
("generated"). The weights of data/relations are learned from all of hand but those held back. A floor is pinned together with
its corpus, by a hash and by counts, so that figures are never compared across different questions.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import sys
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.generators.reports import generate
from benchmarks.scoring import FIGURES, Counts, Observation, Report, misses, score
from pipelines.stream import extracted
from signals.records import Quarantined

FOLDER = Path(__file__).resolve().parents[1] / "tests" / "extract" / "reports"
FLOORS = FOLDER / "floors.json"
GENERATED = 300
SHARES = ("precision", "recall", "f1")

Pinned = dict[str, Any]


def corpora() -> dict[str, list[Report]]:
    """Every corpus: its name and its labelled reports."""
    files = {path.stem: labelled(path) for path in sorted(FOLDER.glob("*.jsonl"))}
    return {**files, "generated": [generate(seed).labelled(f"generated-{seed}") for seed in range(GENERATED)]}


def labelled(path: Path) -> list[Report]:
    """The labelled reports in a file, one a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def readings(reports: list[Report]) -> list[tuple[Report, list[Observation]]]:
    """Each report with the observations that `signals extract` finds in it, given its text and when it was received."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "reports.jsonl"
        given = ({key: report.get(key) for key in ("id", "received_at", "text")} for report in reports)
        path.write_text("".join(json.dumps(line) + "\n" for line in given), encoding="utf-8")
        read = list(extracted([str(path)], sentiment=False))
    unread = [problem.reason for problem in read if isinstance(problem, Quarantined)]
    if unread:
        raise ValueError(f"{len(unread)} reports could not be read: {unread[0]}")
    found: dict[str, list[Observation]] = {}
    for item in read:
        if isinstance(item, dict):
            found.setdefault(item["id"], []).extend(item["observations"])
    return [(report, found.get(report["id"], [])) for report in reports]


def pin(reports: list[Report], counts: dict[str, Counts]) -> Pinned:
    """What is pinned of a corpus: its hash, its counts, and each figure rounded down to whole percents."""
    content = json.dumps([[r["text"], r["received_at"], r["observations"], r.get("ignore")] for r in reports], sort_keys=True)
    return {
        "corpus": hashlib.sha256(content.encode()).hexdigest()[:16],
        "reports": len(reports),
        "labelled": sum(len(report["observations"]) for report in reports),
        **{name: {share: math.floor(getattr(c, share) * 100 + 1e-9) / 100 for share in SHARES} for name, c in counts.items()},
    }


def complaints(pinned: dict[str, Pinned], measured: dict[str, Pinned]) -> list[str]:
    """Why the gate does not open: another corpus than the pinned one, or a figure under its floor."""
    found = [f"{name}: no floors: run with --update" for name in measured.keys() - pinned.keys()]
    for name in measured.keys() & pinned.keys():
        if any(pinned[name][key] != measured[name][key] for key in ("corpus", "reports", "labelled")):
            found.append(f"{name}: the reports or labels are not those of the floors: run with --update")
        found += [f"{name}: {sunk}" for sunk in lower(pinned[name], measured[name])]
    return sorted(found)


def lower(pinned: Pinned, measured: Pinned) -> list[str]:
    """The figures that are under their floors, in words."""
    return [
        f"{figure} {share} {measured[figure][share]:.2f}, floor {pinned[figure][share]:.2f}"
        for figure in FIGURES
        for share in SHARES
        if measured[figure][share] < pinned[figure][share]
    ]


def updated(pinned: dict[str, Pinned], measured: dict[str, Pinned], *, may_lower: bool) -> dict[str, Pinned]:
    """The new floors. Raises ``ValueError`` where one would sink and that is not allowed."""
    sunk = [f"{name}: {words}" for name in measured.keys() & pinned.keys() for words in lower(pinned[name], measured[name])]
    if sunk and not may_lower:
        raise ValueError("these floors would sink; --lower says that they may:\n  " + "\n  ".join(sorted(sunk)))
    return dict(sorted(measured.items()))


def load_floors() -> dict[str, Pinned]:
    """The floors of every corpus; empty where none are pinned yet."""
    return dict(json.loads(FLOORS.read_text(encoding="utf-8"))) if FLOORS.exists() else {}


def measure() -> dict[str, Pinned]:
    """What would be pinned of every corpus now."""
    return {name: pin(reports, score(readings(reports))) for name, reports in corpora().items()}


def _print(counts: dict[str, Counts], floors: Pinned) -> None:
    for figure, c in counts.items():
        shares = "  ".join(
            f"{s} {getattr(c, s):.3f} ({floors[figure][s]:.2f})" if floors else f"{s} {getattr(c, s):.3f}" for s in SHARES
        )
        print(f"  {figure:10} {shares}   labelled {c.labelled}, found {c.found}")


def _print_misses(name: str) -> None:
    for report, found in readings(corpora()[name]):
        for figure in ("level", "move"):
            missed, wrong = misses(report, found, figure)
            for mark, observations in (("-", missed), ("+", wrong)):
                for o in observations:
                    move = " ".join(str(part) for part in (o["move"] or {}).values())
                    print(f"{report['id']} {figure:5} {mark} {o['instrument']} {o['level']} {move} | {o['evidence'][:90]!r}")


def main() -> None:
    """Print the figures, or what was missed, or pin new floors; exit with 1 where the gate is shut."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", metavar="CORPUS")
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--lower", action="store_true")
    options = parser.parse_args()
    if options.misses:
        _print_misses(options.misses)
    else:
        _gate(update=options.update, may_lower=options.lower)


def _gate(*, update: bool, may_lower: bool) -> None:
    floors, measured = load_floors(), {}
    for name, reports in corpora().items():
        counts = score(readings(reports))
        measured[name] = pin(reports, counts)
        print(f"{name}: {len(reports)} reports, floors in brackets")
        _print(counts, floors.get(name, {}))
    if update:
        FLOORS.write_text(json.dumps(updated(floors, measured, may_lower=may_lower), indent=1) + "\n", encoding="utf-8")
    elif shut := complaints(floors, measured):
        sys.exit("\n".join(shut))


if __name__ == "__main__":
    main()
