"""One run of a program: seconds on the clock, memory at most, and what it printed.

The memory is what the system tells of the program while it runs: a child's `ru_maxrss` also counts the parent that
started it, and ours holds whole bases.
"""

import pathlib
import subprocess
import time


class Run:
    def __init__(self, command, folder):
        self.memory = 0
        with open(folder / "printed", "w+") as printed, open(folder / "said", "w+") as said:
            start = time.monotonic()
            child = subprocess.Popen(list(map(str, command)), stdout=printed, stderr=said)
            while child.poll() is None:
                self.memory = max(self.memory, most_resident(child.pid))
                time.sleep(0.005)
            self.seconds = time.monotonic() - start
            self.status = child.returncode
            said.seek(0)
            self.said = said.read()
            printed.seek(0)
            self.printed = printed.read()


def most_resident(process):
    """Megabytes, or 0 when it has just ended."""
    try:
        lines = pathlib.Path(f"/proc/{process}/status").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), 0)
