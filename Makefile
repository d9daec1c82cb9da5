# The Dakar Compendium: `make serve` and `make test` set everything up by themselves; `make help` lists the rest.
PYTHON ?= python3
BIN := .venv/bin
PORT ?= 8000
OTHER_PYTHONS := 3.11 3.13
# What the tests of pages and of scripts need beside Python; node may also have come another way.
BROWSER_PACKAGES := chromium-headless-shell fonts-noto-core fonts-noto-cjk poppler-utils $(if $(shell command -v node),,nodejs)

# `make browsers` looks at the site in these too: Firefox by itself, WebKitGTK on a screen that nobody sees.
OTHER_BROWSERS := firefox-esr webkit2gtk-driver xvfb fonts-noto-core fonts-noto-cjk

# Material prints the day on which it ends (5 May 2027) at every start. README says it too, with the way out, so builds stay readable.
export NO_MKDOCS_2_WARNING := 1
# No build depends on the time zone, the locale or the order of hashes of the machine.
export TZ := UTC
export PYTHONHASHSEED := 0

# Two processes take half of the list each, in its order, so that a file's tests share what they read; then the rest of the other.
PYTEST = $(BIN)/python -m pytest -n 2 --dist worksteal
# The tests that hold golden files, and write them with --update.
GOLDEN_TESTS := $(shell grep -lE 'golden.f?"|getoption' tests/test_*.py)
LYCHEE = --no-progress --index-files index.html --root-dir "$(CURDIR)/site"
# what follows an installation that failed
OR_SAY = 2>$(@D)/pip.txt || { echo "The packages could not be installed ($(@D)/pip.txt says why). Is there a connection to your package registry?" >&2; exit 1; }
PIP_INSTALL = -m pip install --quiet --disable-pip-version-check
PIP_COMPILE = CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe \
	--no-emit-index-url --no-emit-find-links --no-emit-trusted-host --strip-extras

.PHONY: help serve site check test unit bench mutants mutations pdf epub epub-check offline format lock \
	everything clean browser other-pythons tour-pictures links outside-links html audit barriers browsers other-browsers way-out golden

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /\1	/p' $(MAKEFILE_LIST) | expand -t 10

serve: .venv/.ready ## build, and serve with live reload at http://localhost:8000 (ONLY=fr: one language beside English)
	COMPENDIUM_ONLY="$(ONLY)" $(BIN)/mkdocs serve --dev-addr 127.0.0.1:$(PORT)

site: .venv/.ready ## build into site/, if anything changed; a build that fails leaves site/ as it was
	$(BIN)/compendium site

everything: .venv/.ready ## pages, data, sheets, PDFs, books and ZIPs; says first how long it takes
	@$(BIN)/compendium everything

check: .venv/.ready ## read all records and print every problem
	@$(BIN)/compendium check

test: .venv/.ready-test browser ## all checks and all tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/python -m mypy
	$(PYTEST)
	@$(MAKE) --no-print-directory other-pythons

unit: .venv/.ready-test ## the tests that need no browser
	$(PYTEST) -m "not browser"

golden: .venv/.ready-test browser ## write every golden file and the schemas anew after a change; then read the difference
	$(BIN)/compendium schema
	-$(BIN)/python -m pytest -n 2 -q --update $(GOLDEN_TESTS)
	git --no-pager diff --stat -- tests/golden schema

barriers: .venv/.ready-test browser .build/axe/axe.min.js ## what axe-core of today finds on each kind of page (needs npm once)
	AXE=.build/axe/axe.min.js $(BIN)/python -m pytest -n 2 -p no:cacheprovider tests/test_accessibility.py

browsers: .venv/.ready-test other-browsers ## a walk through the site in Firefox and WebKitGTK (SITE=site: through that one)
	SITE="$(SITE)" $(BIN)/python -m pytest -n 0 -p no:cacheprovider tests/in_browsers.py

bench: .venv/.ready-bench ## budgets, and the same content by Hugo
	$(BIN)/python -m bench

mutants: .venv/.ready-mutants ## small changes of the code that no test sees; takes an hour or more (ONLY='generators.corpus.status*')
	$(BIN)/python -m mutmut run $(ONLY)
	$(BIN)/python -m mutmut results

mutations: .venv/.ready ## files broken at random, 12,000 of them, must be findings and no tracebacks; an hour (SEED=…, NUMBER=…)
	$(BIN)/python -m bench.mutations $(if $(SEED),--seed $(SEED)) $(if $(NUMBER),--number $(NUMBER))

pdf: .venv/.ready ## the PDFs
	$(BIN)/compendium pdf

epub: .venv/.ready ## the books for e-readers
	$(BIN)/compendium epub

# All books would take an hour; the compendium holds every chapter of the others. Debian's program is a JAR, which runs by
# itself only where the kernel knows what a JAR is.
epub-check: .venv/.ready ## that the compendium of each language is a sound EPUB (needs Debian's epubcheck)
	@command -v epubcheck >/dev/null && command -v java >/dev/null || { echo "EPUBCheck is missing: sudo apt-get install epubcheck" >&2; exit 1; }
	$(BIN)/compendium epub compendium
	@for book in .build/epub/*/compendium.epub; do \
		java -jar "$$(command -v epubcheck)" --failonwarnings "$$book" || exit 1; done

offline: site ## a ZIP of each language that opens from a folder on disk, into .build/offline/ (PDFS=--pdfs)
	$(BIN)/compendium offline $(PDFS)

tour-pictures: .venv/.ready-test browser ## the pictures of the tour, and what they show (docs/tour/)
	$(BIN)/python tests/tour_pictures.py

links: site .build/weekly/.ready ## that every link within the site leads to a page and a place on it
	.build/weekly/bin/lychee $(LYCHEE) --offline --include-fragments 'site/**/*.html'

outside-links: site .build/weekly/.ready ## which links to other hosts lead nowhere; a host may be down, or turn machines away
	.build/weekly/bin/lychee $(LYCHEE) --scheme https --scheme http --max-concurrency 8 --timeout 30 \
		'site/instruments/**/*.html' 'site/about/*.html'

html: site .build/vnu/vnu.jar ## that the HTML of every page is sound (needs java, and npm once)
	java -Xss4m -jar .build/vnu/vnu.jar --skip-non-html --errors-only site

# Each list is an environment of its own, and may pin another version of a package than its neighbour. With --strict the
# first package that the auditor cannot ask about would hide all others; so each is named, and the list fails.
audit: .build/weekly/.ready ## which of the packages that are pinned here have known holes
	@failed=; for file in requirements*.txt; do echo "$$file:"; \
		told=$$(.build/weekly/bin/pip-audit --progress-spinner off --disable-pip --require-hashes -r "$$file" 2>&1) || failed="$$failed $$file"; \
		echo "$$told"; case "$$told" in *"Skip Reason"*) failed="$$failed $$file";; esac; \
	done; test -z "$$failed" || { echo "not sound, or not asked:$$failed" >&2; exit 1; }

way-out: .venv/.ready .build/way-out/.ready ## that the site is the same byte for byte by ProperDocs, and without a theme
	$(BIN)/python -m bench.way_out .build/way-out/bin/python

format: .venv/.ready-test ## put the code into its form
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .

lock: .venv/.ready-test ## pin anew what requirements*.in ask for
	$(PIP_COMPILE) requirements.in
	$(PIP_COMPILE) requirements-dev.in
	$(PIP_COMPILE) requirements-bench.in
	$(PIP_COMPILE) requirements-mutants.in
	$(PIP_COMPILE) requirements-weekly.in
	$(PIP_COMPILE) requirements-way-out.in

clean: ## remove everything that was made
	rm -rf .venv .build site mutants mutations *.egg-info .pytest_cache .ruff_cache
	find generators tests -name __pycache__ -type d -prune -exec rm -rf {} +

# -- set-up: each stamp is older than what it was made from, or it is made again --------------------------------------------

.venv/.ready: requirements.txt pyproject.toml
	@test -x $(BIN)/pip || $(PYTHON) -m venv .venv
	$(BIN)/python $(PIP_INSTALL) --require-hashes -r requirements.txt $(OR_SAY)
	$(BIN)/python $(PIP_INSTALL) --no-deps --no-build-isolation -e .
	@touch $@

.venv/.ready-test: .venv/.ready requirements-dev.txt
	$(BIN)/python $(PIP_INSTALL) --require-hashes -r requirements-dev.txt $(OR_SAY)
	@touch $@

.venv/.ready-bench: .venv/.ready-test requirements-bench.txt
	$(BIN)/python $(PIP_INSTALL) --require-hashes -r requirements-bench.txt $(OR_SAY)
	@touch $@

.venv/.ready-mutants: .venv/.ready-test requirements-mutants.txt
	$(BIN)/python $(PIP_INSTALL) --require-hashes -r requirements-mutants.txt $(OR_SAY)
	@touch $@

.build/weekly/.ready: requirements-weekly.txt
	@test -x $(@D)/bin/pip || $(PYTHON) -m venv $(@D)
	$(@D)/bin/python $(PIP_INSTALL) --require-hashes -r requirements-weekly.txt $(OR_SAY)
	@touch $@

# ProperDocs takes the place of MkDocs only where that is not there; plugins and Material ask for it by name.
.build/way-out/.ready: requirements.txt requirements-way-out.txt pyproject.toml
	@test -x $(@D)/bin/pip || $(PYTHON) -m venv $(@D)
	$(@D)/bin/python $(PIP_INSTALL) --require-hashes -r requirements.txt -r requirements-way-out.txt $(OR_SAY)
	$(@D)/bin/python -m pip uninstall --quiet --yes mkdocs
	$(@D)/bin/python $(PIP_INSTALL) --no-deps --no-build-isolation -e .
	@touch $@

# The validator of the W3C, as npm packs it; its digest is the pin.
VNU := vnu-jar-26.9.27
.build/vnu/vnu.jar:
	@mkdir -p $(@D)
	cd $(@D) && npm pack --silent $(subst -2,@2,$(VNU)) \
	&& echo "5970d3ffca91a627cf0965e5d91bb2e4242307c29292998de0b419d6a901b2b7  $(VNU).tgz" | sha256sum --check --quiet \
	&& tar -xzf $(VNU).tgz --strip-components=3 package/build/dist/vnu.jar && touch vnu.jar

# Installs Debian's packages where root asks, else says what is wanted and how to get it.
INSTALLED = @dpkg-query --show --showformat='$${db:Status-Abbrev}\n' $(1) 2>/dev/null | grep -c '^ii' | grep -qx $(words $(1)) \
	|| if [ "$$(id -u)" = 0 ]; then apt-get update -qq && apt-get install -y -qq --no-install-recommends $(1); \
	else echo "$(2): sudo apt-get install $(1)" >&2; exit 1; fi

# The newest axe-core, which finds more than the one that the tests' package brings; its digest is the pin.
AXE := axe-core-4.14.1
.build/axe/axe.min.js:
	@mkdir -p $(@D)
	cd $(@D) && npm pack --silent $(subst e-4,e@4,$(AXE)) \
	&& echo "e6b0ce02b84d892e2e33e403485e7f3d6c29e2be6df65daf44d89ba564139745  $(AXE).tgz" | sha256sum --check --quiet \
	&& tar -xzf $(AXE).tgz --strip-components=1 package/axe.min.js && touch axe.min.js

browser:
	$(call INSTALLED,$(BROWSER_PACKAGES),The tests need Debian's chromium-headless-shell and node)

other-browsers:
	$(call INSTALLED,$(OTHER_BROWSERS),This needs Debian's Firefox ESR and WebKitGTK)

# On each other supported Python that is here and can make an environment: the tests that it could change.
other-pythons:
	@for version in $(OTHER_PYTHONS); do \
		test "$$($(BIN)/python -c 'import sys; print("%d.%d" % sys.version_info[:2])')" != "$$version" || continue; \
		for python in python$$version /usr/bin/python$$version; do \
			"$$python" -c 'import ensurepip, venv' 2>/dev/null || continue; \
			$(MAKE) --no-print-directory OTHER="$$python" ".build/python$$version/.ready" \
			&& echo "Python $$version:" && ".build/python$$version/bin/python" -m pytest -q -n 2 --dist worksteal -m "not browser and not once" -p no:cacheprovider || exit 1; \
			break; \
		done; \
	done

.build/python%/.ready: requirements.txt requirements-dev.txt pyproject.toml
	@test -x $(@D)/bin/pip || $(OTHER) -m venv $(@D)
	$(@D)/bin/python $(PIP_INSTALL) --require-hashes -r requirements.txt -r requirements-dev.txt $(OR_SAY)
	$(@D)/bin/python $(PIP_INSTALL) --no-deps --no-build-isolation -e .
	@touch $@
