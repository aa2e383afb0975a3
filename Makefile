# make demo | test | proof | lint | types | docs | ontology | build | bench | clean | help
# Everything is installed into .venv of this folder; pip's own settings say where from.
SHELL := /bin/sh
.DELETE_ON_ERROR:
.NOTPARALLEL:
.DEFAULT_GOAL := help

VENV := .venv
PY := $(VENV)/bin/python
COMPILED := src/rsnms_kg/knowledge/compiled.json
TURTLE := $(shell find ontology shapes -name '*.ttl' 2>/dev/null | LC_ALL=C sort)
SETUP := pyproject.toml hatch_build.py
PIP := $(PY) -m pip --disable-pip-version-check install --quiet
DEMO := demo-output
PAPER := examples/agreement.txt
# PYTHON=/path/to/python make …  takes that one; otherwise the first of these that is 3.11 or later.
PYTHONS := $(if $(PYTHON),"$(PYTHON)",python3.11 python3 python3.12 python3.13 python)
PYTEST_ARGS ?=

.PHONY: help demo test proof lint types docs ontology build bench crosswalk-bench clean

help:
	@echo 'make demo   проверить учебное соглашение, нарисовать схемы / check the example agreement, draw pictures'
	@echo 'make test   тесты / tests (PYTEST_ARGS="-k …")'
	@echo 'make proof  все одиночные ошибки: docs/reference/proof.md / every single fault'
	@echo 'make lint   ruff check'
	@echo 'make types  mypy --strict'
	@echo 'make docs   документация / documentation: docs/_build/html/index.html'
	@echo 'make ontology  онтология во всех форматах / the ontology in every format: dist/ontology/'
	@echo 'make build  wheel в dist/ / wheel in dist/'
	@echo 'make bench  время rsnms check / time of rsnms check'
	@echo 'make crosswalk-bench  качество rsnms compare / quality of rsnms compare'
	@echo 'make clean  удалить сделанное / remove what was made'

# --- setup: one stamp for each set of extras, redone when its prerequisites change -----------------
$(PY):
	@found=; \
	for candidate in $(PYTHONS); do \
	  if "$$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then \
	    found=$$candidate; break; \
	  fi; \
	done; \
	if [ -z "$$found" ]; then \
	  echo 'Нужен Python 3.11 или новее; укажите его: make PYTHON=/путь/к/python …' >&2; \
	  echo 'Python 3.11 or later is needed; name it: make PYTHON=/path/to/python …' >&2; \
	  exit 1; \
	fi; \
	echo "venv: $$("$$found" --version)"; \
	"$$found" -m venv $(VENV)

$(VENV)/.with-extras: EXTRAS := draw,report
$(VENV)/.with-test: EXTRAS := draw,report,test
$(VENV)/.with-dev: EXTRAS := dev
$(VENV)/.with-extras $(VENV)/.with-test $(VENV)/.with-dev: $(SETUP) | $(PY)
	@echo 'pip install -e .[$(EXTRAS)]'
	@$(PIP) -e '.[$(EXTRAS)]'
	@touch $@

# The build hook made this file at the install; a changed Turtle file needs no new install.
$(COMPILED): $(TURTLE) src/rsnms_kg/knowledge/package.py | $(PY)
	@if $(PY) -c 'import rsnms_kg.knowledge.package' 2>/dev/null; then \
	  $(PY) -c 'from rsnms_kg.knowledge.package import write; write()'; \
	fi

# --- what people call ------------------------------------------------------------------------------
# A paper with findings ends `rsnms check` with 1: that is what the demo shows. 2 and 3 are failures.
CHECK := $(VENV)/bin/rsnms check $(PAPER)
REPORTS := report.json report.html report.docx
PICTURES := structure.svg structure.mmd
FINDINGS_ALLOWED := || { code=$$?; [ $$code -eq 1 ] || exit $$code; }

demo: $(VENV)/.with-extras $(COMPILED)
	@mkdir -p $(DEMO)
	@$(CHECK) $(FINDINGS_ALLOWED)
	@$(CHECK) $(REPORTS:%=-o $(DEMO)/%) $(FINDINGS_ALLOWED)
	@for picture in $(PICTURES); do $(VENV)/bin/rsnms draw structure -o $(DEMO)/$$picture || exit; done
	@echo; echo 'Записано / written:'
	@for name in $(REPORTS) $(PICTURES); do \
	  [ -s "$(DEMO)/$$name" ] || { echo "нет файла / missing: $(DEMO)/$$name" >&2; exit 3; }; \
	  echo "  $(DEMO)/$$name"; \
	done

test: $(VENV)/.with-test $(COMPILED)
	@$(PY) -m pytest -n auto $(PYTEST_ARGS)

proof: $(VENV)/.with-test $(COMPILED)
	@PYTHONPATH=tests $(PY) -m mutation.proof

lint: $(VENV)/.with-dev
	@$(PY) -m ruff check .

types: $(VENV)/.with-dev
	@$(PY) -m mypy

docs: $(VENV)/.with-dev $(COMPILED)
	@$(PY) -m sphinx -W --keep-going -n -q -b html docs docs/_build/html
	@echo 'docs/_build/html/index.html'

ontology: $(VENV)/.with-extras
	@$(PY) -m rsnms_kg.knowledge.serializations dist/ontology

build: $(VENV)/.with-dev
	@$(PY) -m build --wheel --outdir dist

bench: $(VENV)/.with-extras $(COMPILED)
	@$(PY) benchmarks/check_time.py

crosswalk-bench: $(VENV)/.with-extras $(COMPILED)
	@$(PY) benchmarks/crosswalk_quality.py

clean:
	rm -rf $(VENV) $(DEMO) build dist docs/_build $(COMPILED)
	rm -rf .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find src tests docs benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +
