"""check.py validata|frictionless FILE SCHEMA: ends with 0 if the file is valid, with 1 if not."""

import sys
import warnings

warnings.filterwarnings("ignore")
program, file, schema = sys.argv[1:]
if program == "validata":
    from validata_core import resource_service, validation_service

    with open(file, "rb") as opened:
        resource = resource_service.from_file_content(file, opened.read())
    report = validation_service.validate_resource(resource, schema)
    faults = len(report.errors)
else:
    import frictionless

    resource = frictionless.Resource(path=file, schema=frictionless.Schema(schema))
    with frictionless.system.use_context(trusted=True):
        report = frictionless.validate(resource, limit_errors=1000)
    faults = report.stats["errors"]
print(faults)
sys.exit(1 if faults else 0)
