"""Speed, memory and profile of the extraction, side by side with other readers.  python -m benchmarks.extraction [REPORTS]

The reports are generated (benchmarks/generators/reports.py) and filled up with prose to about 1.5 KB, so that they are as dense
as labelled ones: some 8 observations and 26 numbers each. One process; seconds are those of the processor, not of the wall.
"""

from __future__ import annotations

import gc
import random
import re
import resource
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import FrameType

from benchmarks.generators.reports import generate
from signals.extract import default_extractor
from signals.instruments import load_master
from signals.records import Extraction, Item

REPORTS = 20_000
SAMPLE = 100  # reports that the other readers get: they are slow
PROFILED = 1500
LENGTH = 1500  # characters
STAGES = {
    "tokenize": "names, words and numbers", "_frames": "grammar", "_drafts": "meaning of frames", "settle": "settling",
    "_observation": "time, basis and record of each observation", "__init__": "time expressions", "calendar": "calendar",
    "drivers": "drivers", "ledger": "ledger of numbers",
}  # fmt: skip
PROSE = (
    "Dealers in {city} said that orders were thin and that few dared to take a view before the weekend.",
    "\"Nobody wants to be caught on the wrong side of this,\" said {name}, who heads research at a broker in {city}.",
    "The minister told reporters in {city} that talks would go on until both sides were content.",
    "Importers went on buying for their needs at the end of the month, while exporters held back.",
    "Attention now turns to Canadian retail sales on Tuesday and to what the central bank has to say.",
    "Analysts at a bank in {city} put it down to worries about supply, though they saw no lasting harm.",
    "The company declined to comment, and its partners in {city} could not be reached.",
    "Much will depend on the weather, {name} said, and on whether the ports stay open.",
    "In {city} the mood was calmer, with little news to go by and many desks half empty.",
    "Investors have grown wary after a run of poor surveys, and say that patience is wearing thin.",
)  # fmt: skip
CITIES = ("Zurich", "Lagos", "Toronto", "Osaka", "Leeds", "Bogota", "Porto", "Nairobi")
PEOPLE = ("Ana Duarte", "Peter Holm", "Joy Mwangi", "Li Na", "Omar Aziz", "Sara Lind")


def items(count: int) -> Iterator[Item]:
    """Generated reports of about 1.5 KB as items, each received on a day of its own."""
    start = datetime(2019, 1, 7, 16, 0, tzinfo=UTC)
    for seed in range(count):
        text = filled_up(seed)
        yield Item(
            id=str(seed), path="-", position=0, text=text, body=text, received_at=start + timedelta(days=seed % 2000)
        )  # fmt: skip


def filled_up(seed: int) -> str:
    """A generated report with sentences of prose between its paragraphs."""
    draw = random.Random(seed)  # noqa: S311
    parts = generate(seed, passages=4).text.split("\n\n")
    while sum(map(len, parts)) + 2 * len(parts) < LENGTH - 60:
        line = draw.choice(PROSE).format(city=draw.choice(CITIES), name=draw.choice(PEOPLE))
        parts.insert(draw.randint(1, len(parts)), line)
    return "\n\n".join(parts)


def resident() -> float:
    """Memory of this process now, in MB (where the system does not tell: its peak)."""
    status = Path("/proc/self/status")
    if status.exists():
        return int(re.search(r"VmRSS:\s+(\d+)", status.read_text())[1]) / 1024  # type: ignore[index]
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def per_second(read: Callable[[str], object], texts: Iterable[str]) -> float:
    """Texts a second of processor time; one is read before the clock runs."""
    texts = list(texts)
    read(texts[0])
    started = time.process_time()
    for text in texts:
        read(text)
    return len(texts) / (time.process_time() - started)


def run(count: int) -> float:
    """Reads all reports and prints speed and memory; returns reports a second."""
    extract = default_extractor()
    extract(next(items(1)))
    gc.collect()
    memory, found, characters, spent = [resident()], Counter[str](), 0, 0.0
    for number, item in enumerate(items(count)):
        started = time.process_time()
        read = extract(item)
        spent += time.process_time() - started
        characters += len(item.text)
        found.update(tally(read))
        if number in (count // 2, count - 1):
            memory.append(resident())
    shares = ", ".join(f"{found[kind] / count:.1f} {kind}" for kind in found)
    print(f"{count:,} reports of {characters / count:.0f} characters: {shares} each")
    print(f"{count / spent:,.0f} reports a second and core ({characters / spent / 1e6:.2f} MB/s)")
    print("memory at start, middle and end: " + ", ".join(f"{size:.0f} MB" for size in memory))
    return count / spent


def tally(read: Extraction) -> dict[str, int]:
    """How much was found in one report."""
    return {
        "observations": len(read.observations),
        "numbers": len(read.numbers),
        "calendar entries": len(read.calendar),
        "drivers": len(read.drivers),
    }


def profile(count: int) -> None:
    """Where the time goes: by samples of the stack, the stage that the extractor was in."""
    extract = default_extractor()
    seen: Counter[str] = Counter()

    def sample(_signal: int, frame: FrameType | None) -> None:
        below = None
        while frame is not None:
            if frame.f_code.co_qualname == "Extractor.__call__":
                seen[STAGES.get(below or "", "the rest")] += 1
                return
            listing = frame.f_code.co_name == "<listcomp>"
            below = below if listing else frame.f_code.co_name
            frame = frame.f_back

    reports = list(items(count))
    signal.signal(signal.SIGPROF, sample)
    signal.setitimer(signal.ITIMER_PROF, 0.001, 0.001)
    for item in reports:
        extract(item)
    signal.setitimer(signal.ITIMER_PROF, 0)
    print("\nwhere the time goes:")
    for stage, times in seen.most_common():
        print(f"  {times / seen.total():5.1%}  {stage}")


def peers(own: float, texts: list[str]) -> None:
    """Other readers on a sample of the same reports. Each finds a part: names, amounts, or dates."""
    print(f"\non {len(texts)} of the same reports, one process:")
    for name, make in (("spaCy blank + PhraseMatcher (names)", _spacy), ("quantulum3 (amounts)", _quantulum),
                       ("dateparser.search (dates)", _dateparser)):  # fmt: skip
        try:
            read = make()
        except ImportError as reason:
            print(f"  {name:38} not installed ({reason.name})")
            continue
        speed = per_second(read, texts)
        print(f"  {name:38} {speed:9,.1f} reports/s   this extraction is {own / speed:,.1f} times as fast")


def _spacy() -> Callable[[str], object]:
    import spacy
    from spacy.matcher import PhraseMatcher

    language = spacy.blank("en")
    matcher = PhraseMatcher(language.vocab, attr="LOWER")
    matcher.add("NAME", [language.make_doc(alias.text) for alias in load_master().aliases])
    return lambda text: matcher(language(text))


def _quantulum() -> Callable[[str], object]:
    from quantulum3 import parser

    return parser.parse  # type: ignore[no-any-return]


def _dateparser() -> Callable[[str], object]:
    from dateparser.search import search_dates

    return lambda text: search_dates(text, languages=["en"])


def main() -> None:
    """Print reports a second, memory, profile and peers."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else REPORTS
    own = run(count)
    profile(min(count, PROFILED))
    peers(own, [item.text for item in items(SAMPLE)])


if __name__ == "__main__":
    main()
