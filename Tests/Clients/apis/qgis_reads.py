"""What QGIS reads of a collection: one JSON object for each feature. Run with the Python that QGIS is installed for."""

import json
import os
import sys

from qgis.core import QgsApplication, QgsVectorLayer

url, name = sys.argv[1:3]
application = QgsApplication([], False)
application.initQgis()
layer = QgsVectorLayer(f"url='{url}' typename='{name}' restrictToRequestBBOX='0'", name, "OAPIF")
rows = []
if layer.isValid():
    fields = [field.name() for field in layer.fields()]
    for feature in layer.getFeatures():
        rows.append({field: str(feature[field]) for field in fields})
print(json.dumps(rows))
sys.stdout.flush()
# QGIS may not survive its own end without a screen.
os._exit(0 if layer.isValid() else 1)
