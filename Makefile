# `make check` is what a change must pass; `make fix` mends what can be mended by machine.
PYTHON ?= .venv/bin/python
OWN_WORDS := ../shared/tools/own-words

.PHONY: check check-static test fix golden kills load mutation lock matrix audit build

check: check-static test

check-static:
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m ruff check .
	$(PYTHON) -m mypy
	$(PYTHON) -m mivdcli check
	@if [ -x $(OWN_WORDS) ]; then $(OWN_WORDS) .; else echo "own-words: skipped, no official texts beside the project"; fi

test:
	$(PYTHON) -m pytest

fix:
	$(PYTHON) -m ruff format .
	$(PYTHON) -m ruff check --fix .
	$(PYTHON) -m mivdcli check --fix

# Rewrites the outputs shown in README.md and docs/, the schemas and the golden files; read the difference before you commit it.
golden:
	$(PYTHON) -m pytest tests/test_docs.py tests/test_toml_schema.py tests/diff/test_golden.py --update

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
	  --extra dev --extra svg --extra interop --extra sources --upgrade pyproject.toml -o requirements/dev.txt
