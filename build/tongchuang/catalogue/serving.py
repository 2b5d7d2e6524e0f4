"""What can serve a system of the source documents."""

from collections.abc import Mapping

from ..load.sources import Kind

# The fields of a system's ``served_by`` that name records by id, and the kind of record that each names.
RECORDS: Mapping[str, Kind] = {
    "services": "service",
    "policies": "policy",
    "groups": "group",
    "categories": "category",
    "schemes": "scheme",
    "life_events": "life-event",
    "departments": "department",
    "appeals": "appeal",
    "windows": "window",
    "hotlines": "hotline",
    "networks": "network",
    "profiles": "profile",
    "points": "point",
    "pairs": "pair",
    "routings": "routing",
    "wall_rules": "wall-rule",
    "ledgers": "ledger",
    "forms": "form",
    "targets": "target",
    "partners": "partner",
    "brands": "brand",
    "courses": "course",
    "rates": "rate",
}
