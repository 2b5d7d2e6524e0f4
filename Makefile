# make hub    set up what is needed and build the hub into dist/current/
# make test   set up what is needed and run every check and test
.PHONY: hub test check serve pictures locks
BIN := .venv/bin

hub:
	build/setup/setup.sh hub
	$(BIN)/tongchuang build

test: check
	$(BIN)/python -m pytest -n auto

check:
	build/setup/setup.sh test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# The site alone, in a browser, while you edit.
serve:
	build/setup/setup.sh hub
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs serve

# The picture of the READMEs, from what make hub built.
pictures:
	build/setup/setup.sh test
	$(BIN)/python docs/pictures/make.py

# After a change of the dependencies in pyproject.toml.
locks:
	build/setup/lock.sh
