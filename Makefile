# Two commands do everything: `make demo` and `make test`. Both set up .venv first, from a machine with Python 3.11+, venv and pip.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
.DEFAULT_GOAL := help
.PHONY: help demo test lint types check bench wheel clean

help: ## Show the commands
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST)

$(BIN)/python:
	@command -v $(PYTHON) >/dev/null || { echo "missing: $(PYTHON); install Python 3.11 or newer, or name yours: make PYTHON=/path/to/python3"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "too old: $$($(PYTHON) --version); Python 3.11 or newer is needed, name yours: make PYTHON=/path/to/python3"; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { echo "missing: venv or ensurepip of $(PYTHON); on Debian: apt-get install python3-venv"; exit 1; }
	$(PYTHON) -m venv $(VENV)

# A stamp for each set of packages, renewed when pyproject.toml changes; the checkout itself is installed in place.
$(VENV)/.use: $(BIN)/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.use pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

demo: $(VENV)/.use ## Run the main job on the sample news and prices, and show what it found
	$(BIN)/python -m pipelines.demo

test: $(VENV)/.dev ## Run the tests
	$(BIN)/python -m pytest --cov --cov-report=term

lint: $(VENV)/.dev ## Check style and formatting
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.dev ## Check types
	$(BIN)/mypy

wheel: $(VENV)/.dev ## Build the wheel, and try it in an empty environment outside the checkout
	bash .ci/wheel $(BIN)/python

check: lint types test wheel ## All that must pass

bench: $(VENV)/.dev ## Run the benchmarks
	for name in main_job accuracy pages extraction sentiment_speed verdicts join study; do $(BIN)/python -m benchmarks.$$name || exit 1; done

clean: ## Remove what the other commands made
	rm -rf $(VENV) dist build signals.duckdb .signals.duckdb.lock
