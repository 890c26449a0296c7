"""Round trips through real office programs.

    GABARIT=.build/debug/gabarit python3 Tests/Office/office_tests.py [templates] [corrections]

Needs openpyxl and LibreOffice (`soffice`); `run` beside this file makes the surroundings."""

import shutil
import sys

import office
import templates

tally = office.Tally()
if not office.GABARIT.exists():
    raise SystemExit(f"There is no {office.GABARIT}: build first, or name the command in GABARIT.")
if not shutil.which("soffice"):
    print("skipped: LibreOffice (soffice) is not installed")
    raise SystemExit(0)
wanted = sys.argv[1:] or ["templates", "corrections"]
if "templates" in wanted:
    templates.run(tally)
if "corrections" in wanted:
    import corrections
    corrections.run(tally)
tally.end()
