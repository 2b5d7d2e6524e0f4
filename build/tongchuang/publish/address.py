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
}


def address(kind: str, id: str, region: str | None = None) -> str:
    """Path of a record's page relative to ``/<lang>/``, with a closing slash.

    Terms, hotlines and windows share one page each and are anchors on it. ``region`` names the
    version of a service that holds there; None is the standard one.
    """
    if kind == "term":
        return f"glossary/#{id}"
    if kind == "hotline":
        return f"hotlines/#{id}"
    if kind == "window":
        return f"windows/#{id}"
    folder = f"{FOLDERS[kind]}/{id}/"
    return f"{folder}{region}/" if region else folder
