"""What can be wrong with a file before its content is looked at: codes L…, one module a step of loading."""

from ...model.explanation import Explanation
from . import characters, files, markdown, table, yaml

EXPLANATIONS: tuple[Explanation, ...] = tuple(
    value
    for module in (files, characters, yaml, markdown, table)
    for value in vars(module).values()
    if isinstance(value, Explanation)
)
