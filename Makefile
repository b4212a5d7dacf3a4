# Everything a person or CI does here, by name. `make` alone lists it.
# Needed beforehand: make and Python 3.11 or newer. Longer steps are scripts in .ci/.

VENV := .venv
BIN := $(VENV)/bin
# Newer than requirements.txt and pyproject.toml exactly when what they ask for is installed.
READY := $(VENV)/.installed

.DEFAULT_GOAL := help
# Steps announce themselves; side by side they would talk over each other.
.NOTPARALLEL:
# A step that was cut short is done again.
.DELETE_ON_ERROR:
.PHONY: site test check serve lint format lock schema bench clean help

site: check ## build the whole book into _build/html
	@echo "==> Building the book"
	@.ci/build $(VENV)
	@echo "==> Done. Open the book: $(CURDIR)/_build/html/index.html"

test: $(READY) ## run everything that must hold: style, types, evidence, tests in a browser
	@KB_BROWSER="$$(.ci/browser $(VENV))" && export KB_BROWSER && echo "==> Browser: $$KB_BROWSER" && \
		$(MAKE) --no-print-directory lint check schema-is-current notebooks tests
	@echo "==> Done: all passed. To read the book: make site, then _build/html/index.html"

check: $(READY) ## check the evidence and list all that is wrong (ARGS="--format json")
	@echo "==> Checking the evidence"
	@$(BIN)/kb check $(ARGS)

serve: $(READY) ## show the book in a browser, and each edit seconds after it is saved
	@PORT="$(or $(PORT),8000)" $(BIN)/python .ci/serve

lint: $(READY) ## check style and types of the code
	@echo "==> Style (ruff)"
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --check --quiet . || \
		{ echo "Some files are not formatted: make format does it"; exit 1; }
	@echo "==> Types (mypy)"
	@$(BIN)/mypy

format: $(READY) ## put the code into the agreed style
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

schema: $(READY) ## write the JSON Schemas that editors use, from the model
	@echo "==> Writing the schemas"
	@$(BIN)/kb schema

bench: $(READY) ## time the library and the build on made-up data
	@echo "==> Benchmarks"
	@$(BIN)/pytest -m benchmark tests

lock: | $(BIN)/python ## pin anew what pyproject.toml asks for (UPGRADE=1: the newest)
	@echo "==> Pinning into requirements.txt"
	@UPGRADE="$(UPGRADE)" $(BIN)/python .ci/lock

clean: ## remove what was built; .venv stays
	rm -rf _build .pytest_cache .mypy_cache .ruff_cache .hypothesis

help: ## say what can be done
	@echo "make TARGET, where TARGET is one of"
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/\1|\2/p' $(MAKEFILE_LIST) | awk -F'|' '{ printf "  %-8s %s\n", $$1, $$2 }'

# Parts of `make test`.
.PHONY: schema-is-current notebooks tests

schema-is-current: $(READY)
	@echo "==> Are the editor schemas those of the model?"
	@$(BIN)/kb schema --check

# On its own, so that finding no notebook at all is a failure (pytest's exit code 5).
notebooks: $(READY)
	@echo "==> Running the notebooks"
	@$(BIN)/pytest --nbmake --nbmake-timeout=300 book/notebooks

tests: $(READY)
	@echo "==> Tests (the book is built from nothing among them, which takes a while)"
	@$(BIN)/pytest tests

# The environment.
$(BIN)/python:
	@.ci/bootstrap $(VENV)

$(READY): requirements.txt pyproject.toml | $(BIN)/python
	@.ci/install $(VENV)
	@touch $@
