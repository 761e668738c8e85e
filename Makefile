# Everything that is done here; `make help` lists it. Whatever a target needs it sets up by itself, once.
# All paths are relative, so the folder may have blanks or Japanese characters in its name. It may not
# have a colon: Python makes no venv there.

.DEFAULT_GOAL := help
.PHONY: help run test kills check format bench mutants docs terminals wheel bundle constraints python clean

venv := .venv
bin := $(venv)/$(if $(filter Windows_NT,$(OS)),Scripts,bin)
venv_python := $(bin)/python
pip := $(venv_python) -m pip --disable-pip-version-check --no-input
install := $(pip) install --quiet --constraint constraints.txt
# `mynadesk.rules` lies elsewhere in a checkout, so setuptools would install an import hook that doubles the
# start-up of this Python. Compatible mode writes one path; the rules are then found beside the package.
editable := --no-build-isolation --config-settings editable_mode=compat --editable

# Stamps: each is the last thing its recipe writes, so a set-up that failed leaves none.
place := $(venv)/place.stamp
ready_to_run := $(venv)/run.stamp
ready_to_test := $(venv)/test.stamp

# Without .pyc files the first screen takes three times as long, so an order not to write them is lifted.
export PYTHONDONTWRITEBYTECODE :=
# These would lead a venv to modules that are not its own.
unexport PYTHONHOME PYTHONPATH

PYTHON ?=
export PYTHON

help: ## List these targets
	@echo 'make TARGET [ARGS=...] [PYTHON=...]'
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile | sort | while IFS='	' read -r target does; do \
	    printf '  %-12s %s\n' "$$target" "$$does"; done

run: $(ready_to_run) ## Open the desk, or with ARGS='check FILE' any other command
	@$(bin)/mynadesk $(ARGS)

test: $(ready_to_test) ## Run the tests; ARGS goes to pytest
	$(venv_python) -m pytest --numprocesses auto $(ARGS)

kills: $(ready_to_test) ## Kill a desk 1,000 times while it writes to its ledger, and count what was lost
	MYNADESK_KILLS=1000 $(venv_python) -m pytest --capture=no -k killed tests/ledger/test_together.py $(ARGS)

check: $(ready_to_test) ## Look at form, types and layers without running anything
	$(venv_python) -m ruff format --check .
	$(venv_python) -m ruff check .
	$(venv_python) -m mypy
	$(bin)/lint-imports

format: $(ready_to_test) ## Put code into form
	$(venv_python) -m ruff format .
	$(venv_python) -m ruff check --fix .

bench: $(ready_to_test) ## Measure speed; ARGS=--readme writes README's table, --only PART measures some of it
	$(venv_python) -m tests.bench $(ARGS)

mutants: $(ready_to_test) ## Change every single fact of the rules in turn, and count who catches it
	$(venv_python) -m tests.mutants $(ARGS)

docs: $(ready_to_test) ## Draw the pictures in docs/, and write README's table of keys, from the program
	$(venv_python) -m tests.pictures
	$(venv_python) -m tests.readme

terminals: $(ready_to_test) ## Try the desk on every terminal that is here, and write README's table of it
	$(venv_python) -m tests.terminals $(ARGS)

# An old build/ would bring back files that have been removed since.
wheel: $(ready_to_test) ## Build dist/*.whl
	rm -rf build
	$(venv_python) -m build --wheel --no-isolation
	rm -rf build *.egg-info

bundle: wheel ## Make dist/*-bundle: wheels and installers for where there is no network
	$(venv_python) -m tests.bundle

# Compatible versions are looked up anew, in a venv of their own. Windows adds colorama and tzdata.
constraints: $(place) ## Renew the pins in constraints.txt
	rm -rf build/pins
	$(venv_python) -m venv build/pins
	build/pins/bin/python -m pip install --quiet '.[dev]' colorama tzdata
	sed '/^[^#]/d' constraints.txt > build/pins/constraints.txt
	build/pins/bin/python -m pip freeze --all --exclude mynadesk --exclude pip --exclude wheel \
	    >> build/pins/constraints.txt
	mv build/pins/constraints.txt constraints.txt
	rm -rf build *.egg-info

clean: ## Remove everything that was made here, the set-up too
	rm -rf $(venv) build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

python: ## Show which Python the set-up would take
	@$(find_python); echo "$$found"

# Names alone prove nothing: version managers leave commands that only say that they are not there.
define find_python
set -- python3.13 python3.12 python3.11 python3 python; \
if [ -n "$$PYTHON" ]; then set -- "$$PYTHON"; fi; \
found=; bare=; \
for each; do \
    "$$each" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 </dev/null || continue; \
    if "$$each" -c 'import ensurepip, venv' >/dev/null 2>&1; then found=$$each; break; fi; \
    bare=$$each; \
done; \
if [ -z "$$found" ] && [ -n "$$bare" ]; then \
    package=$$("$$bare" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'); \
    echo "$$bare に venv がありません。Debian・Ubuntu では: sudo apt install $$package" >&2; \
    echo "$$bare has no venv. On Debian and Ubuntu: sudo apt install $$package" >&2; \
    exit 1; \
fi; \
if [ -z "$$found" ]; then \
    echo "Python 3.11 以降が見つかりません (探したもの: $$*)。" >&2; \
    echo '  Debian・Ubuntu: sudo apt install python3 python3-venv  macOS: brew install python' >&2; \
    echo '  別の場所にあるとき: make PYTHON=/path/to/python3 ...' >&2; \
    echo "No Python 3.11 or newer was found (looked for: $$*)." >&2; \
    echo '  Debian, Ubuntu: sudo apt install python3 python3-venv  macOS: brew install python' >&2; \
    echo '  If it is somewhere else: make PYTHON=/path/to/python3 ...' >&2; \
    exit 1; \
fi
endef

# A venv dies when its folder is moved or its Python is taken away: then it is made anew.
ifneq ($(shell test -x $(venv_python) && pwd -P | cmp -s - $(place) && echo alive),alive)
.PHONY: $(place)
endif

$(place):
	@$(find_python); \
	echo "準備しています。少しお待ちください。 / Setting up, please wait. ($$found)" >&2; \
	"$$found" -m venv --clear $(venv)
	@pwd -P > $@

$(ready_to_run): $(place) pyproject.toml constraints.txt
	@$(install) setuptools
	@$(install) $(editable) .
	@$(compile)
	@touch $@

$(ready_to_test): $(place) pyproject.toml constraints.txt
	@$(install) setuptools
	@$(install) $(editable) '.[dev]'
	@$(compile)
	@touch $(ready_to_run) $@

# A file that some package ships for another Python does not compile: no reason to stop.
compile = $(venv_python) -m compileall -q $(venv) mynadesk screens || true
