# `make check` is what a change must pass; `make fix` mends what can be mended by machine.
PYTHON ?= .venv/bin/python
OWN_WORDS := ../shared/tools/own-words
# What is written by machine and read by people: outputs in the pages, what completion knows, the manual page, schemas.
WRITTEN := tests/completion/test_generated.py tests/cli/test_help.py tests/test_help_examples.py tests/test_docs.py \
	tests/test_toml_schema.py tests/render/test_output_schema.py \
	tests/test_examples.py tests/diff/test_golden.py tests/test_site.py

.PHONY: check check-static test test-all coverage fix golden site kills load mutation lock matrix audit build

check: check-static test

check-static:
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m ruff check .
	$(PYTHON) -m mypy
	$(PYTHON) -m mivdcli check
	@if [ -x $(OWN_WORDS) ]; then $(OWN_WORDS) .; else echo "own-words: skipped, no official texts beside the project"; fi

test:
	$(PYTHON) -m pytest -n auto -m "not slow"

# As CI does: with the large inputs, the kills, the real shells and the wheels.
test-all:
	$(PYTHON) -m pytest -n auto

# Lines and branches that no test reached in its own process: a command that a test starts as another one is not followed,
# because tracing it would change what it loads and how long it takes. Fails below the floor in pyproject.toml.
coverage:
	$(PYTHON) -m pytest -n auto -m "not slow" --cov --cov-report=term

site:
	$(PYTHON) -m sphinx -W --keep-going -b dirhtml docs build/site
	@echo "the site is in build/site"

fix:
	$(PYTHON) -m ruff format .
	$(PYTHON) -m ruff check --fix .
	$(PYTHON) -m mivdcli check --fix

# Rewrites the outputs shown in README.md and docs/, the schemas, the outputs of the example scripts, the picture and the golden
# files; read the difference before you commit it.
golden:
	$(PYTHON) -m pytest -p no:randomly $(WRITTEN) --update

# What docs/reliability.md tells of; each takes minutes to hours.
kills:
	$(PYTHON) -m reliability.kills

load:
	$(PYTHON) -m reliability.load

# make mutation MODULE=parse; needs mutmut
MODULE ?= parse
mutation:
	$(PYTHON) -m reliability.mutation $(MODULE) --show

matrix:
	.ci/matrix

audit:
	.ci/audit

build:
	$(PYTHON) -m reliability.build

# The hashed development environment; names no index, so that everybody installs from where they trust. Needs uv.
lock:
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate \
	  --all-extras --upgrade pyproject.toml -o requirements/dev.txt
