"""What the figures were measured on, without its name."""

import os
import pathlib
import platform


def described():
    return f"{os.cpu_count()} cores ({processor()}), {memory()} GB of memory, {platform.system()} {platform.machine()}"


def processor():
    for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return platform.processor() or "unknown"


def memory():
    return round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30)
