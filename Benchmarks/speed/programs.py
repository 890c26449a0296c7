"""The programs that are measured: ours, built for release, and the peers, in an environment of their own."""

import os
import pathlib
import subprocess
import sys
import time

root = pathlib.Path(__file__).resolve().parent.parent.parent
PEERS = ["frictionless[excel]==5.21.0", "validata-table==0.12.5", "python-calamine==0.9.1", "openpyxl==3.1.5"]
here = pathlib.Path(__file__).resolve().parent


class Ours:
    """Where our programs are."""

    def __init__(self, gabarit):
        self.gabarit = str(gabarit)
        self.reading = str(pathlib.Path(gabarit).with_name("bench-reading"))


def build():
    if "GABARIT" in os.environ:
        return Ours(os.environ["GABARIT"])
    for product in ["gabarit", "bench-reading"]:
        subprocess.run(["swift", "build", "-c", "release", "--product", product], cwd=root, check=True)
    return Ours(root / ".build/release/gabarit")


def version(ours):
    return subprocess.run([ours.gabarit, "--version"], capture_output=True, text=True).stdout.strip()


def python():
    """The Python that has the peers, all pinned; installed once."""
    folder = root / ".assets/bench-venv"
    wanted = "\n".join(PEERS)
    mark = folder / "installed.txt"
    if not mark.exists() or mark.read_text() != wanted:
        subprocess.run([sys.executable, "-m", "venv", "--clear", folder], check=True)
        subprocess.run([folder / "bin/pip", "install", "--quiet", *PEERS], check=True)
        mark.write_text(wanted)
    return str(folder / "bin/python")


def peer(name, *arguments):
    """The command that runs a script of `peers`."""
    return [python(), str(here / "peers" / f"{name}.py"), *map(str, arguments)]


class Run:
    """One run of a program: seconds on the clock, seconds of processor, memory at most, and what it printed."""

    def __init__(self, command, folder):
        with open(folder / "printed", "w+") as printed, open(folder / "said", "w+") as said:
            start = time.monotonic()
            child = subprocess.Popen(list(map(str, command)), stdout=printed, stderr=said)
            _, status, usage = os.wait4(child.pid, 0)
            self.seconds = time.monotonic() - start
            child.returncode = os.waitstatus_to_exitcode(status)
            said.seek(0)
            self.said = said.read()
            printed.seek(0)
            self.printed = printed.read(1 << 20)
        self.status = child.returncode
        self.cpu = usage.ru_utime + usage.ru_stime
        self.memory = usage.ru_maxrss / 1024


def best(command, folder, times, accepted=(0, 1)):
    """The quickest of several runs."""
    runs = [Run(command, folder) for _ in range(times)]
    for run in runs:
        if run.status not in accepted:
            raise SystemExit(f"{command[0]} ended with {run.status}: {run.said[-500:]}")
    return min(runs, key=lambda run: run.seconds)
