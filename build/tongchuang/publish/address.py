"""Where each record lives below a language's root, the same for pages, links, API, search and QR."""

FOLDERS = {
    "group": "groups",
    "category": "categories",
    "life-event": "life-events",
    "service": "services",
    "policy": "policies",
    "department": "departments",
    "appeal": "appeals",
    "region": "regions",
    "place": "places",
    "routing": "routing",
    "form": "forms",
    "ledger": "ledgers",
    "wall-rule": "wall",
}
# Kinds whose records share a page and are anchors on it.
PAGES = {
    "term": "glossary/#",
    "scheme": "categories/schemes/#",
    "hotline": "hotlines/#",
    "window": "windows/#",
    "point": "points/#",
    "pair": "network/#pair-",
    "profile": "network/#profile-",
    "target": "network/#target-",
    "partner": "network/#partner-",
    "brand": "brands/#",
    "course": "courses/#",
    "rate": "rates/#",
    "calendar": "calendars/#",
    "notice": "notices/#",
}


def address(kind: str, id: str, region: str | None = None) -> str:
    """Path of a record's page relative to ``/<lang>/``, with a closing slash.

    Kinds in ``PAGES`` share one page each and are anchors on it. ``region`` names the version of a service
    that holds there; None is the standard one.
    """
    if kind in PAGES:
        return PAGES[kind] + id
    folder = f"{FOLDERS[kind]}/{id}/"
    return f"{folder}{region}/" if region else folder
