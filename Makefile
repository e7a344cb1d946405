# Everything a person or CI runs. `make help` lists it.
PYTHON ?= python3.11
VENV := .venv
PY := $(VENV)/bin/python
HARDWARE := $(shell command -v nvidia-smi >/dev/null 2>&1 && echo gpu || echo cpu)
# The CPU build of torch: from a folder of wheels where one is set, else from PyTorch itself.
TORCH := $(if $(filter gpu,$(HARDWARE)),,$(if $(PIP_FIND_LINKS),--find-links $(PIP_FIND_LINKS),--torch-backend cpu))
UV := VIRTUAL_ENV=$(VENV) $(VENV)/bin/uv pip
RUNTIME := requirements/$(HARDWARE).txt
# Two at a time: a check has work for one core, and an installation that is tested mostly waits.
BESIDE := $(MAKE) --no-print-directory --jobs 2 --output-sync=target
PYTEST := PYTHONFAULTHANDLER=1 $(PY) -m pytest --durations 25
# What measures times, or brings up clusters, has the machine to itself.
ALONE := tests/e2e/test_flood.py tests/integration/ops tests/integration/serve tests/chaos

.PHONY: help up down test test-parts test-pages chaos check check-style check-types check-unit
.PHONY: check-web bench eval-demo web lock clean

help: ## list the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 12

up: $(VENV)/.runtime web/dist/index.html ## start everything on this machine; Ctrl-C stops it
	@exec $(PY) -m ops up

down: ## stop what `make up` started
	@$(PY) -m ops down

test: $(VENV)/.dev web/dist/index.html ## install what tests need and run them all
	@$(PY) -m ops.test_needs
	$(BESIDE) check-types check-unit check-style check-web
	$(BESIDE) test-parts test-pages
	$(PYTEST) $(ALONE)

test-parts:
	$(PYTEST) tests/contract tests/integration $(ALONE:%=--ignore %)

test-pages:
	$(PYTEST) tests/e2e $(ALONE:%=--ignore %)

chaos: $(VENV)/.dev web/dist/index.html ## kill every part while answers stream and pictures are drawn
	$(PYTEST) tests/chaos

check: $(VENV)/.dev ## format, lint, types, imports, unit tests: minutes at most
	$(BESIDE) check-types check-unit check-style

check-style:
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/ruff check .
	$(VENV)/bin/lint-imports

check-types:
	$(VENV)/bin/mypy

check-unit:
	$(PY) -m pytest tests/unit

check-web:
	$(PY) -m ops.web run check
	$(PY) -m ops.web test
	$(PY) -m ops.web run size

bench: $(VENV)/.dev web/dist/index.html ## every claim beside a peer in the same run
	$(PY) -m benchmarks

eval-demo: $(VENV)/.dev web/dist/index.html ## the demo models on what they have not seen
	@$(PY) -m ops.test_needs
	@$(PY) -m serve.demo.evaluate; chat=$$?; $(PY) -m serve.demo.evaluate_code; code=$$?; \
	  $(PY) -m serve.demo.evaluate_image && exit $$((chat | code))

web: web/dist/index.html ## build the web client

$(VENV)/bin/uv:
	$(PYTHON) -m venv $(VENV)
	$(VENV)/bin/pip install --quiet uv

$(VENV)/.runtime: $(RUNTIME) | $(VENV)/bin/uv
	@echo "Installing what Atelier needs ($(HARDWARE)); the first time this takes some minutes …"
	$(UV) sync --quiet $(TORCH) $(RUNTIME)
	@touch $@

$(VENV)/.dev: $(RUNTIME) requirements/dev.txt | $(VENV)/bin/uv
	$(UV) sync --quiet $(TORCH) $(RUNTIME) requirements/dev.txt
	@touch $@ $(VENV)/.runtime

web/dist/index.html: $(shell find web/src web/public web/index.html -type f 2>/dev/null) web/package-lock.json | $(VENV)/bin/uv
	$(PY) -m ops.web

lock: $(VENV)/.dev ## compile the requirement files again
	$(PY) -m ops.lock

clean: ## remove what was built; data stays
	rm -rf $(VENV) web/dist web/node_modules .mypy_cache .ruff_cache
