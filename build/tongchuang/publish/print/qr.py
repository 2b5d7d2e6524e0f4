"""The square that a phone scans to check a sheet."""


def address(base_url: str, sheet_id: str, edition: str) -> str:
    """Where the QR of a sheet leads."""
    return f"{base_url}/q/{sheet_id}/?e={edition}"
