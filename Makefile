# make setup   make .venv and install what is missing (also done by the others)
# make run     the program with its demo data on http://127.0.0.1:8000; Ctrl-C ends it
# make test    every test; make test ARGS='tests/text -k numbering' for some
# make lint    style, types, names, imports, translations, migrations
# make format  put the style right
# make lock    lock the newest versions that pyproject.toml allows

python := .venv/bin/python
ADDRESS ?= 127.0.0.1:8000
ARGS ?=

.PHONY: setup run test lint format lock
.DEFAULT_GOAL := setup

setup:
	@.ci/setup

run: setup
	@DEBUG=1 $(python) manage.py compilemessages --verbosity 0
	@DEBUG=1 $(python) manage.py migrate --verbosity 0
	@DEBUG=1 $(python) manage.py demo
	@DEBUG=1 DJANGO_RUNSERVER_HIDE_WARNING=true $(python) manage.py runserver $(ADDRESS)

test:
	@.ci/setup tests
	@$(python) -m pytest -n 3 --dist worksteal $(ARGS)

lint: setup
	@.ci/lint

format: setup
	@.venv/bin/ruff check --fix --quiet .
	@.venv/bin/ruff format --quiet .

lock:
	@.ci/lock
