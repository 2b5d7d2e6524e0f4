"""Does a test notice if a rule is gone? ``make mutants``

Each rule of ``check/rules`` is taken away, each code of loading and of the schemas is kept silent, one at a time,
and the bad examples are run, that of the same code first, until one fails. What no example notices is printed.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import test_examples as tests
from tongchuang import check as checking
from tongchuang.model.finding import Finding


@contextmanager
def without(code: str) -> Iterator[None]:
    """The program as if the rule, or the finding, did not exist."""
    rules, check = checking.RULES, tests.check

    def silent(*args: object) -> tuple[Finding, ...]:
        return tuple(found for found in check(*args) if found.code != code)

    kept = tuple(rule for rule in rules if rule.explanation.code != code)
    if len(kept) < len(rules):
        checking.RULES = kept
    else:
        tests.check = silent
    try:
        yield
    finally:
        checking.RULES, tests.check = rules, check


def noticed(code: str) -> bool:
    """Whether an example fails without the code."""
    examples = sorted(tests.EXAMPLES, key=lambda path: path.name != code)
    with without(code):
        return any(fails(example) for example in examples)


def fails(example: Path) -> bool:
    """Whether the test of a bad example fails."""
    with TemporaryDirectory() as folder:
        try:
            tests.test_a_bad_example_is_found_at_its_line_and_nothing_else_is(example, Path(folder))
        except AssertionError:
            return True
    return False


def main() -> int:
    """All mutants; exit status 1 if one lives."""
    if any(map(fails, tests.EXAMPLES)):
        sys.stderr.write("The examples fail as it is; run pytest tests/check first.\n")
        return 2
    codes = [explanation.code for explanation in checking.codes()]
    tried = [code for code in codes if code not in tests.MADE_IN_TESTS | tests.UNUSED]
    alive = [code for code in tried if not noticed(code)]
    for code in alive:
        sys.stdout.write(f"{code}: no test notices when it is gone\n")
    sys.stdout.write(f"{len(tried)} taken away, {len(tried) - len(alive)} noticed\n")
    return int(bool(alive))


if __name__ == "__main__":
    sys.exit(main())
