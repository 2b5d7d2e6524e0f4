"""What a page needs to look like one of the site's: publishers don't know each other, whoever runs them hands it over."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Frame:
    """``assets`` is the folder of style sheet, icons and scripts below the root; ``csp`` is what a page may load
    (https://www.w3.org/TR/CSP3/), ``look`` the script within it that sets the reader's look."""

    assets: str
    csp: str
    look: str
