"""How long a whole `rsnms check` takes beside the mere import of the two libraries it rests on.

    python benchmarks/check_time.py [PAPER] [--pairs 10] [--warm-up 2]

The two commands run in turns (A B A B …), so that a busy machine slows both; each run is a process
of its own. The goal is a ratio of at most 2; a slower run is told and is no failure.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAPERS = (
    ROOT.parent / "shared" / "sources" / "kaliningrad-agreement-1s-2021.txt",
    ROOT / "examples" / "agreement.txt",
)
IMPORTS = [sys.executable, "-c", "import rdflib, pyshacl"]
GOAL = 2.0
# Compiled modules are kept, as they are in any installed copy.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def seconds(command: list[str], allowed: tuple[int, ...]) -> float:
    """Run a command with its output discarded and return how long it took.

    :raises SystemExit: when it ends with a code that is not among ``allowed``.
    """
    begun = time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False, env=ENVIRONMENT)
    taken = time.perf_counter() - begun
    if done.returncode not in allowed:
        text = done.stderr.decode(errors="replace")
        raise SystemExit(f"{' '.join(command[1:])} ended with {done.returncode}:\n{text}")
    return taken


def measure(paper: Path, pairs: int, warm_up: int) -> list[tuple[float, float]]:
    """Return the times of a check and of the imports, pair by pair, without the warm-up."""
    check = [sys.executable, "-m", "rsnms_kg", "check", str(paper)]
    measured = []
    for number in range(warm_up + pairs):
        pair = (seconds(check, (0, 1)), seconds(IMPORTS, (0,)))  # 1 says that there are findings
        if number >= warm_up:
            measured.append(pair)
            ratio = pair[0] / pair[1]
            print(f"{len(measured):3}  {pair[0]:7.3f} s  {pair[1]:7.3f} s  {ratio:6.2f}", flush=True)
    return measured


def main() -> None:
    parser = argparse.ArgumentParser(description="The time of a whole `rsnms check`.")
    parser.add_argument(
        "paper", nargs="?", type=Path, help="default: the real agreement if it is there, else our example"
    )
    parser.add_argument("--pairs", type=int, default=10)
    parser.add_argument("--warm-up", type=int, default=2)
    options = parser.parse_args()
    if options.pairs < 1:
        parser.error("--pairs must be at least 1")
    paper = options.paper or next((path for path in PAPERS if path.is_file()), PAPERS[-1])
    if not paper.is_file():
        parser.error(f"there is no paper at {paper}")

    python = sys.version.split()[0]
    print(f"{paper.name}, Python {python}, {options.pairs} pairs after {options.warm_up} warm-ups")
    print(f"     {'check':>9}  {'imports':>9}  {'ratio':>6}")
    measured = measure(paper, options.pairs, options.warm_up)
    checks, imports = zip(*measured, strict=True)
    ratios = [check / imported for check, imported in measured]
    middle = statistics.median(ratios)
    print(f"median: check {statistics.median(checks):.3f} s, imports {statistics.median(imports):.3f} s")
    print(f"ratio:  min {min(ratios):.2f}, median {middle:.2f}, max {max(ratios):.2f}")
    print(f"goal:   at most {GOAL:.0f}: {'met' if middle <= GOAL else 'not met'}")


if __name__ == "__main__":
    main()
