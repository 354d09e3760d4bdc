# Everything a newcomer types. Each target sets up what it needs by itself.
.DEFAULT_GOAL := help
PYTHON := .venv/bin/python

.PHONY: help setup run test quick lint bench bundle packages texts languages catalogues clean

help: ## Show this list.
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

setup: .venv/ready ## Make .venv with everything Teacup needs.

.venv/ready: pyproject.toml constraints.txt .ci/setup .ci/system-packages
	@.ci/setup

run: catalogues ## Start Teacup with a sample shop.
	@.venv/bin/teacup demo

test: setup lint ## Run every check and test.
	@.ci/system-packages test
	@$(PYTHON) -m pytest -n logical --dist loadfile

quick: setup ## Run the fast tests only.
	@$(PYTHON) -m pytest tests/unit tests/rules

lint: setup ## Check style, types and import rules.
	@$(PYTHON) -m ruff check .
	@$(PYTHON) -m ruff format --check .
	@$(PYTHON) -m mypy
	@.venv/bin/lint-imports --no-cache

bench: setup ## Measure the figures side by side with their yardsticks.
	@$(PYTHON) -m tests.bench

bundle: setup ## Build the program into dist/teacup and let it test itself.
	@$(PYTHON) -m PyInstaller --noconfirm --clean build_installer.spec
	@dist/teacup/teacup --selftest

packages: bundle ## Pack dist/teacup for Debian and for other Linuxes, into dist/.
	@$(PYTHON) .ci/make_packages.py deb tar

texts: setup ## Write the template that translators start from.
	@$(PYTHON) .ci/catalogues.py extract

languages: texts ## Take new texts into every language, for translators.
	@$(PYTHON) .ci/catalogues.py update

catalogues: setup ## Build the languages the program reads from the translators' files.
	@$(PYTHON) .ci/catalogues.py build

clean: ## Remove what was built; data folders are never touched.
	@rm -rf .venv build dist teacup-demo
