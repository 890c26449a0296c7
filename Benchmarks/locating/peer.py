"""addok, with a redis-server of its own: started on a free port of this machine, always ended by its process."""

import contextlib
import json
import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile
import time

root = pathlib.Path(__file__).resolve().parent.parent.parent
here = pathlib.Path(__file__).resolve().parent
VERSIONS = ["addok==1.3.2", "addok-france==1.2.0", "addok-fr==1.1.0"]


def missing():
    """Why addok cannot be measured here, or nothing."""
    if not shutil.which("redis-server"):
        return "addok needs redis-server, which is not installed (Debian: apt-get install redis-server)"
    return None


def python():
    """The Python that has addok, pinned; installed once."""
    folder = root / ".assets/geocoding-venv"
    wanted, mark = "\n".join(VERSIONS), folder / "installed.txt"
    if not mark.exists() or mark.read_text() != wanted:
        subprocess.run([sys.executable, "-m", "venv", "--clear", folder], check=True)
        subprocess.run([folder / "bin/pip", "install", "--quiet", "--disable-pip-version-check", *VERSIONS], check=True)
        mark.write_text(wanted)
    return str(folder / "bin/python")


@contextlib.contextmanager
def redis(folder):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen(
        ["redis-server", "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", folder],
        stdout=subprocess.DEVNULL)
    try:
        for _ in range(100):
            with socket.socket() as knock:
                if knock.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        yield port
    finally:
        server.terminate()
        server.wait()


def answer(base, pairs):
    """Answers files of cases: `{cases: answers}`. What it says: `build` and `files` in seconds, `memory` in bytes."""
    with tempfile.TemporaryDirectory() as folder, redis(folder) as port:
        files = [f"{cases}:{answers}" for cases, answers in pairs.items()]
        run = subprocess.run([python(), str(here / "peers/addok_answers.py"), str(base), str(port), folder, *files],
                             check=True, stdout=subprocess.PIPE, text=True)
        return json.loads(run.stdout.splitlines()[-1])
