"""Types words into cells of workbooks as a person does at the keyboard, in LibreOffice without its window.

Run by the system's Python, for which `python3-uno` is made. Argument: a plan as JSON (see `templates.py`)."""

import json
import pathlib
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue

FILTERS = {"xlsx": "Calc MS Excel 2007 XML", "ods": "calc8"}


def option(name, value):
    result = PropertyValue()
    result.Name, result.Value = name, value
    return result


def connected(profile):
    """Starts LibreOffice and returns it with its service manager."""
    pipe = f"gabarit-{pathlib.Path(profile).parent.name}"
    office = subprocess.Popen(
        ["soffice", "--headless", "--norestore", "--nolockcheck", f"-env:UserInstallation=file://{profile}",
         f"--accept=pipe,name={pipe};urp;"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    resolver = uno.getComponentContext().ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    for _ in range(120):
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return office, context
        except Exception:
            time.sleep(0.5)
    office.kill()
    raise SystemExit("LibreOffice did not start")


def type_into(desktop, dispatcher, request):
    document = desktop.loadComponentFromURL(
        uno.systemPathToFileUrl(request["file"]), "_blank", 0, (option("Hidden", True),))
    controller = document.CurrentController
    controller.setActiveSheet(document.Sheets.getByName(request["sheet"]))
    for address, words in request.get("cells", []):
        dispatcher.executeDispatch(controller.Frame, ".uno:GoToCell", "", 0, (option("ToPoint", address),))
        dispatcher.executeDispatch(controller.Frame, ".uno:EnterString", "", 0, (option("StringName", words),))
    if "sort" in request:
        sort(document, request)
    extension = pathlib.Path(request["out"]).suffix[1:]
    document.storeToURL(
        uno.systemPathToFileUrl(request["out"]), (option("FilterName", FILTERS[extension]),))
    document.close(True)


def sort(document, request):
    """Sorts a range by one of its columns, downwards: `{"sort": {"range": "A2:X40", "column": 3}}`."""
    field = uno.createUnoStruct("com.sun.star.table.TableSortField")
    field.Field = request["sort"]["column"]
    field.IsAscending = False
    cells = document.Sheets.getByName(request["sheet"]).getCellRangeByName(request["sort"]["range"])
    fields = uno.Any("[]com.sun.star.table.TableSortField", (field,))
    cells.sort((option("SortFields", fields), option("ContainsHeader", False), option("BindFormatsToContent", True)))


def main():
    plan = json.loads(pathlib.Path(sys.argv[1]).read_text())
    office, context = connected(plan["profile"])
    try:
        manager = context.ServiceManager
        desktop = manager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        dispatcher = manager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
        for request in plan["requests"]:
            type_into(desktop, dispatcher, request)
        try:
            desktop.terminate()
        except Exception:
            pass
    finally:
        try:
            office.wait(timeout=20)
        except subprocess.TimeoutExpired:
            office.kill()


main()
