# make hub    set up what is needed and build the hub into dist/current/
# make demo   the same with the made-up model county, into dist-demo/current/
# make test   set up what is needed and run every check and test
.PHONY: hub demo test check fuzz word mutants preview pictures looks golden locks reference
BIN := .venv/bin

hub:
	build/setup/setup.sh hub
	$(BIN)/tongchuang build

demo:
	build/setup/setup.sh hub
	$(BIN)/tongchuang build --with tests/demo

test: check
	$(BIN)/python -m pytest -n auto --dist worksteal

check:
	build/setup/setup.sh test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# Spoil valid content in 5,000 ways: nothing may make a traceback.
fuzz:
	build/setup/setup.sh test
	TONGCHUANG_FUZZ=5000 $(BIN)/python -m pytest tests/check/test_any_mutation.py

# Open the Word files in LibreOffice (apt-get install libreoffice-writer-nogui).
word:
	build/setup/setup.sh test
	TONGCHUANG_WORD=1 $(BIN)/python -m pytest tests/publish/print/test_editable.py

# Take away one rule after the other: a test must fail for each.
mutants:
	build/setup/setup.sh test
	$(BIN)/python tests/check/mutants.py

# The site in a browser while you edit: a saved change shows by itself, with what is wrong in it.
preview:
	build/setup/setup.sh hub
	$(BIN)/tongchuang preview

# The pictures of the documentation: the READMEs', every kind of page and every printed document.
pictures:
	build/setup/setup.sh test
	$(BIN)/python docs/pictures/make.py
	$(BIN)/python docs/pictures/handbook.py
	$(BIN)/python docs/pictures/sheets.py

# Compare printed sheets with their pictures in all sizes, and print boards in all of a print shop; the tests do in those
# of an office printer, without large type.
looks:
	build/setup/setup.sh test
	TONGCHUANG_LOOKS=1 $(BIN)/python -m pytest -n auto tests/publish/print/test_golden.py tests/publish/print/test_sizes_of_boards.py

# After a change of printed sheets that is meant: what the tests compare them with. Look at what Git shows.
golden:
	build/setup/setup.sh test
	TONGCHUANG_GOLDEN=1 $(BIN)/python -m pytest -n auto tests/publish/print/test_golden.py -k looks

# After a change of the dependencies in pyproject.toml.
locks:
	build/setup/lock.sh

# After a change of schemas/ or of what serves the systems: docs/model*.md, docs/systems*.md and .vscode/.
reference:
	PYTHONPATH=build $(BIN)/python -m tongchuang.editorial.reference
	PYTHONPATH=build $(BIN)/python -m tongchuang.editorial.systems
	PYTHONPATH=build $(BIN)/python -m tongchuang.editorial.vscode
