"""The coverage of the networks: what is listed, what is confirmed, and the targets beside them."""

from typing import Any

import msgspec

from ...catalogue import Catalogue
from ...catalogue.coverage import TargetCoverage, coverage


def report(catalogue: Catalogue) -> dict[str, Any]:
    """The report in all languages at once: only names and notes are in words."""
    found = {lang: coverage(catalogue.view(lang)) for lang in catalogue.languages}
    first = found[catalogue.languages[0]]
    views = catalogue.views
    return {
        "networks": [
            {
                "id": network.id,
                "region": network.region,
                "policy": network.policy,
                "source": {lang: view.networks[network.id].source for lang, view in views.items()},
                "source_date": network.source_date,
            }
            for network in views[catalogue.languages[0]].networks.values()
        ],
        "regions": [
            {
                **msgspec.to_builtins(region),
                "name": {lang: view.regions[region.region].short for lang, view in views.items()},
            }
            for region in first.regions
        ],
        "targets": [
            _target(dict(zip(found, of_languages, strict=True)))
            for of_languages in zip(*(report.targets for report in found.values()), strict=True)
        ],
    }


def _target(found: dict[str, TargetCoverage]) -> dict[str, Any]:
    """One target, its words by language."""
    first = next(iter(found.values()))
    return {
        **msgspec.to_builtins(first.target),
        "name": {lang: one.target.name for lang, one in found.items()},
        "note": {lang: one.target.note for lang, one in found.items()},
        "of": first.of,
        "stated_on": first.stated_on,
        "reached": msgspec.to_builtins(first.reached),
        "differs": first.differs,
        "not_computed": first.not_computed,
    }
