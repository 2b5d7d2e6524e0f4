"""CODEOWNERS: which team a platform asks to review which content, from the hub's ``reviewers``.

GitHub, GitLab and Gitee read the file at the root of the repository; in all three the last pattern that fits a file
counts. What is written for each:

- services: the team of the department that leads them; policies: of the department that issued them; what belongs to
  services, such as forms: of the department that leads the first of them;
- places, local versions and ways to complain: the team of the region, those below it included, also of files to come;
  the same for notices and what else is of one region, where no department has it;
- everything else below ``content/``, and this file: the team without department and region.

https://docs.github.com/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners
https://docs.gitlab.com/user/project/codeowners/reference/
https://gitee.com/help/articles/4379
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from ..catalogue import View
from ..load.sources import Document, Kind, Sources
from ..model.finding import Bilingual, Failure

FILE = "CODEOWNERS"
_HEAD = """\
# 由 tongchuang owners 照 content/hub.yaml 里的 reviewers 写出，不要手改；排在后面的行优先。
# Written by tongchuang owners from reviewers in content/hub.yaml; don't edit it. Later lines win.
"""
# What an organ is beside its business: 人力资源和社会保障部, …厅, …局 have one.
_RANK = re.compile("(?:部门|机关|机构|委员会|总局|局|厅|委|部)$")
_SHORTEST = 2
# What lies in a folder or file named after a division's code.
_OF_REGIONS: Mapping[Kind, str] = {
    "place": "/content/network/places/{prefix}*",
    "local": "/content/local/{prefix}*/",
    "routing": "/content/network/routing/{prefix}*",
}


def owners(sources: Sources, view: View) -> str:
    """The text of CODEOWNERS for content without errors. Failure if the hub names no reviewers."""
    if not view.hub.reviewers:
        raise Failure(
            Bilingual(
                "content/hub.yaml 里还没有 reviewers：先写明哪个小组审哪些内容。",
                "There are no reviewers in content/hub.yaml: first say which team reviews which content.",
            )
        )
    rest = [one.team for one in view.hub.reviewers if not one.department and not one.region]
    lines = [_line(pattern, rest) for pattern in ("/content/", f"/{FILE}") if rest]
    lines += _of_files(sources, view)
    lines += _of_regions(view)
    return "\n".join([_HEAD, *lines, ""])


def _of_files(sources: Sources, view: View) -> Iterator[str]:
    businesses = _businesses(view)
    of_departments = _teams((one.department, one.team) for one in view.hub.reviewers)
    of_regions = _teams((one.region, one.team) for one in view.hub.reviewers)
    for document in sources.documents:
        if document.lang is not None or document.kind in _OF_REGIONS or not isinstance(document.data, dict):
            continue
        departments = [id_ for id_ in _departments(document, view, businesses) if id_ in of_departments]
        region = view.regions.get(str(document.data.get("region")))
        regions = [code for code in reversed(region.chain if region else ()) if code in of_regions]
        if departments:
            yield _line(_pattern(document), of_departments[departments[0]])
        elif regions:
            yield _line(_pattern(document), of_regions[regions[0]])


def _departments(document: Document, view: View, businesses: Mapping[str, str]) -> Iterator[str]:
    """The departments that may review a document, the nearest to it first."""
    for issuer in document.data["issuers"] if document.kind == "policy" else ():
        if found := [business for business in businesses if business in issuer]:
            yield businesses[max(found, key=len)]
    services = [document.key] if document.kind == "service" else document.data.get("services", ())
    yield from (view.services[id_].departments.lead for id_ in services if id_ in view.services)


def _businesses(view: View) -> Mapping[str, str]:
    """The departments by what their names say of their business, which those of all levels share: 人力资源和社会保障."""
    found: dict[str, str] = {}
    for department in view.departments.values():
        for name in (department.name, *department.aliases):
            business = _RANK.sub("", re.sub("（[^）]*）", "", name))
            if len(business) >= _SHORTEST:
                found.setdefault(business, department.id)
    return found


def _pattern(document: Document) -> str:
    """A record's file with its translations."""
    folder, _, name = document.path.rpartition("/")
    return f"/{folder}/" if document.kind == "policy" else f"/{folder}/{name.removesuffix('.yaml')}.*"


def _of_regions(view: View) -> Iterator[str]:
    teams = _teams((one.region, one.team) for one in view.hub.reviewers)
    # The codes of what lies in a division begin with its own (GB/T 2260, 10114); the smaller one comes later.
    for prefix, code in sorted((_prefix(code), code) for code in teams):
        yield from (_line(pattern.format(prefix=prefix), teams[code]) for pattern in _OF_REGIONS.values())


def _prefix(code: str) -> str:
    """The digits that all codes below a division begin with: 440000 is 44, 441600 is 4416."""
    return code.removesuffix("00").removesuffix("00") if len(code) == 6 else code


def _teams(pairs: Iterable[tuple[str | None, str]]) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    for of, team in pairs:
        if of:
            found.setdefault(of, []).append(team)
    return found


def _line(pattern: str, teams: Iterable[str]) -> str:
    return f"{pattern} {' '.join(teams)}"
