# Everything here starts from python3, pip and make alone; what is set up once is not set up again.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
ITEMS ?= 20000
STAMP := $(VENV)/.installed-from-lock

.DEFAULT_GOAL := help
.PHONY: help demo test quick explore accuracy calibration bench endurance check lock clean

help:            ## what can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/'

$(STAMP): requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	touch $@

demo: $(STAMP)   ## set up, then go from the two bundled schedules to a verdict
	$(BIN)/schedgraph demo

test: check      ## set up, then run every check and test
	$(BIN)/python -m pytest --numprocesses 2

quick: $(STAMP)  ## the tests without the slow ones
	$(BIN)/python -m pytest --numprocesses 2 -m "not slow"

explore: $(STAMP) ## the property tests with examples that no run has tried
	HYPOTHESIS_PROFILE=explore $(BIN)/python -m pytest --numprocesses 2 -m "not slow" tests/parser tests/graph

accuracy: $(STAMP) ## read made-up schedules and write docs/accuracy.md (takes some minutes)
	$(BIN)/python -m bench.accuracy --renders text,noisy,digital,hybrid,scan300,scan200 --count 24 --scans 8 --peers 2 --save

calibration: $(STAMP) ## hold stated confidences against the truth and write docs/calibration.md (takes some minutes)
	$(BIN)/python -m bench.accuracy.calibration --seed 9700 --numbers 60000 --count 120 --scans 6 --save

bench: $(STAMP)  ## measure against bare peers and write docs/performance.md; ITEMS=1000000 for a large store
	$(BIN)/python -m bench --items $(ITEMS) --save

endurance: $(STAMP) ## kill the writer, fill its disk, read beside it: the full counts (about 10 minutes)
	$(BIN)/python -m bench.scale crash --kills 100 --interrupts 20 --full 20
	$(BIN)/python -m bench.scale beside --readers 8 --seconds 60

check: $(STAMP)  ## lint, types, import contracts, generated files
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m schedgraph.ontology.generate --check
	$(BIN)/python -m schedgraph.ontology.reference --check
	$(BIN)/python -m schedgraph.graph.rules --check
	$(BIN)/python -m bench.cookbook --check
	$(BIN)/python -m schedgraph.reference --check
	$(BIN)/python -m schedgraph.parser.authority.usual_table --check
	$(BIN)/python -m schedgraph.graph.conclusions.source --check

lock: $(STAMP)   ## write requirements.lock anew from pyproject.toml
	$(BIN)/pip-compile --quiet --extra scan --extra web --extra cluster --extra notebook --extra dev --generate-hashes --allow-unsafe --strip-extras --no-header --no-annotate \
	  --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --output-file requirements.lock pyproject.toml

clean:           ## remove what was set up and built
	rm -rf $(VENV) build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
