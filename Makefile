# The commands of daily work; make help lists them. Everything lies in .venv and var, which make clean removes.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules

VENV := .venv
PYTHON := $(VENV)/bin/python
PIP := $(PYTHON) -m pip install --disable-pip-version-check --require-hashes
# manage.py with what a developer's own machine needs in its environment.
MANAGE := $(PYTHON) -m newsroom.development
# The same without a database of its own.
CHECK := DATABASE_URL=sqlite://:memory: $(MANAGE)
TEMPLATES = $(shell find . -name '*.html' -path '*/templates/*' -not -path './.*/*' -not -path './var/*')
# Registries and folders of one machine; the brackets keep this line from finding itself.
FOREIGN := [p]ypi\.org|[p]ythonhosted|registry\.[n]pmjs|(^|[^A-Za-z0-9_.])/(home|[r]oot|opt|[w]ork)/

.PHONY: help
help: ## List the targets
	@grep -hE '^[a-z-]+:.*## ' Makefile | sed -E 's/:.*## /\t/' | while IFS="$$(printf '\t')" read -r target does; do \
		printf '  make %-14s %s\n' "$$target" "$$does"; done

.PHONY: run
run: $(VENV)/.installed ## Start the site, the back office and the worker on 127.0.0.1:8000 (PORT changes it)
	@DEBUG=$${DEBUG:-0} DEMO=1 $(MANAGE) develop

.PHONY: test
test: $(VENV)/.installed-dev ## Run all tests but the browser's, on SQLite or on DATABASE_URL (ARGS go to pytest)
	@$(PYTHON) -m pytest -m "not browser" --numprocesses auto --maxprocesses 4 $(ARGS)

.PHONY: test-browser
test-browser: $(VENV)/.installed-dev ## Run the tests that need Chromium (CHROMIUM is its path)
	@$(PYTHON) -m pytest -m browser $(ARGS)

.PHONY: bench
bench: $(VENV)/.installed-dev ## Measure the hot paths against what they cannot do without
	@DATABASE_URL=sqlite://:memory: $(PYTHON) -m benchmarks

.PHONY: screenshots
screenshots: $(VENV)/.installed-dev ## Take the pictures of the documents anew (needs Chromium)
	@$(PYTHON) -m pytest tests/browser/screenshots.py $(ARGS)

.PHONY: check
check: check-python check-templates check-django check-catalogues check-files ## Check style, layers, settings, migrations, translations

.PHONY: check-python
check-python: $(VENV)/.installed-dev
	@$(PYTHON) -m ruff check
	@$(PYTHON) -m ruff format --check
	@$(VENV)/bin/lint-imports

.PHONY: check-templates
check-templates: $(VENV)/.installed-dev
	@$(VENV)/bin/djade --check --target-version 5.2 $(TEMPLATES)
	@$(PYTHON) -m djhtml --check --tabwidth 2 $(TEMPLATES)

.PHONY: check-django
check-django: $(VENV)/.installed-dev
	@$(CHECK) check --fail-level WARNING
	@$(CHECK) makemigrations --check --dry-run
	@env $$(grep -E '^[A-Z_]+=.' docs/production.env) SECRET_KEY="$$($(PYTHON) -c 'import secrets; print(secrets.token_urlsafe(64))')" \
		$(PYTHON) manage.py check --deploy --fail-level WARNING

.PHONY: check-catalogues
check-catalogues: $(VENV)/.installed-dev
	@$(CHECK) check_catalogues

.PHONY: check-files
check-files:
	@found="$$(git grep -InE --untracked '$(FOREIGN)')" || [ $$? -eq 1 ] || exit 1; \
	if [ -n "$$found" ]; then printf '%s\n' "$$found" "No file may name a package registry or a folder of one machine."; exit 1; fi

.PHONY: format
format: $(VENV)/.installed-dev ## Put the source into its form
	@$(PYTHON) -m ruff check --fix --exit-zero
	@$(PYTHON) -m ruff format
	@$(VENV)/bin/djade --target-version 5.2 $(TEMPLATES) || true
	@$(PYTHON) -m djhtml --tabwidth 2 $(TEMPLATES)

.PHONY: messages
messages: $(VENV)/.installed-dev ## Extract the messages to translate and compile the catalogues (needs GNU gettext)
	@$(CHECK) makemessages --locale fr --no-location --no-wrap --no-obsolete --ignore var --ignore node_modules --ignore tests
	@$(CHECK) compilemessages --locale fr --ignore var --ignore node_modules --ignore .venv

.PHONY: requirements
requirements: $(VENV)/.installed-dev ## Compile the pinned requirements anew from pyproject.toml (UPGRADE=1 takes newer versions)
	@$(PYTHON) -m pip install --disable-pip-version-check --quiet uv
	@$(COMPILE) pyproject.toml --output-file requirements.txt
	@$(COMPILE) --extra dev --constraint requirements.txt pyproject.toml --output-file requirements-dev.txt
COMPILE = $(PYTHON) -m uv pip compile --quiet $(if $(UPGRADE),--upgrade) --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-annotate --no-header

.PHONY: clean
clean: ## Remove the virtual environment and the caches; the data in var stays
	rm -rf $(VENV) .pytest_cache .ruff_cache .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(PYTHON):
	@for candidate in python3.13 python3.12 python3.11 python3.14 python3 python; do \
		if "$$candidate" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
			echo "Creating the virtual environment with $$("$$candidate" --version) …"; \
			"$$candidate" -m venv $(VENV) && exit 0; rm -rf $(VENV); exit 1; \
		fi; \
	done; \
	echo "Newsroom needs Python 3.11 or newer with its venv module (Debian: apt install python3 python3-venv)." >&2; exit 1

$(VENV)/.installed: requirements.txt | $(PYTHON)
	@echo "Installing the pinned packages, once; this may take a minute …"
	@$(PIP) --requirement requirements.txt
	@touch $@

$(VENV)/.installed-dev: requirements-dev.txt | $(PYTHON)
	@echo "Installing the pinned packages for development, once; this may take a minute …"
	@$(PIP) --requirement requirements-dev.txt
	@touch $@ $(VENV)/.installed
