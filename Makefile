# The commands of this project; `make` alone lists them.
PORT ?= 8000
EXAMPLES ?= 1000000
export GENERATOR
# Where this is set, each of the many Pythons that a build and the tests start would compile everything anew.
unexport PYTHONDONTWRITEBYTECODE
PYTHON := .venv/bin/python
# A file stays in one process, so that what its tests share is made once; tests/conftest.py says in which order. Two
# processes more than there are cores: a test in a browser mostly waits.
ON_ALL_CORES = --numprocesses $(shell expr $$(getconf _NPROCESSORS_ONLN) + 2) --dist loadfile --no-loadscope-reorder
LOCK := .venv/bin/uv pip compile --quiet --universal --generate-hashes --python-version 3.13 \
	--no-header --no-annotate --no-emit-index-url --no-emit-find-links $(if $(UPGRADE),--upgrade)

.PHONY: help setup serve build links drawing calculator review test test-full fuzz mutation lint bench load screens lock debian

help: ## list the commands
	@grep -E '^[a-z-]+:.*## ' Makefile | sed 's/:.*## /\t/' | expand -t 12

setup: ## make .venv and node_modules from the lock files
	@sh setup/install.sh
	@[ -z "$(GENERATOR)" ] || sh setup/generator.sh $(GENERATOR)

serve: setup ## build the site, serve it (PORT=8000) and rebuild on a change
	$(PYTHON) -m publishing.serve --port $(PORT)

build: setup ## build the site into site/ (GENERATOR=properdocs or zensical makes the pages with another generator)
	$(PYTHON) -m publishing.build --out site

links: build ## add what the site offers to links.txt, where every published address stays
	$(PYTHON) -m publishing.links --site site

drawing: setup ## draw the tree of the decision helper anew, in calculators/wegwijzer/tree.md
	$(PYTHON) -m calculators.wegwijzer.drawing

calculator: setup ## make the folder and the page of a new calculator (NAME=vakantie-dagen)
	@$(PYTHON) -m publishing.new_calculator $(NAME)

review: setup ## list figures, sources, pages and claims that must be read again, and the addresses to read
	@$(PYTHON) -m publishing.review

test: setup debian ## run the tests, those in a browser too
	$(PYTHON) -m pytest --cov $(ON_ALL_CORES)

test-full: setup debian ## run the tests, those marked full, and every property with fresh examples
	$(PYTHON) -m pytest --cov $(ON_ALL_CORES) -m "full or not full"
	$(PYTHON) -m pytest $(ON_ALL_CORES) -m "hypothesis and (full or not full)" --hypothesis-profile fresh

fuzz: setup ## try a million examples (EXAMPLES=) on every property
	FUZZ_EXAMPLES=$(EXAMPLES) $(PYTHON) -m pytest --numprocesses auto --dist worksteal --durations 20 \
		-m "hypothesis and not in_common" --hypothesis-profile fuzz -o faulthandler_timeout=0

mutation: setup ## break the rules in every small way, and list what no test noticed
	rm -rf mutants
	$(PYTHON) -m mutmut run
	@$(PYTHON) -m mutmut results
	@$(PYTHON) -m mutmut results --all true | awk -F '[.:]' '$$2 { all[$$2]++; noticed[$$2] += $$NF ~ /killed|timeout/ } \
		END { for (name in all) printf "%s: %.1f %% of %d mutants noticed\n", name, 100 * noticed[name] / all[name], all[name] }'

lint: setup ## check style and types
	$(PYTHON) -m ruff check
	$(PYTHON) -m ruff format --check
	$(PYTHON) -m mypy

bench: setup debian ## measure start and answer in the browser
	$(PYTHON) -m benchmarks

load: build debian ## measure how much one machine can serve (nginx with deploy/nginx.conf, wrk)
	$(PYTHON) -m benchmarks.load

screens: build ## take pictures of twelve places at three widths, into build/screens/
	$(PYTHON) -m benchmarks.screens

lock: setup ## write the lock files anew (UPGRADE=yes takes newer versions)
	cd requirements && for name in uv node site tests properdocs zensical; do ../$(LOCK) $$name.in --output-file $$name.txt || exit 1; done
	PATH="$(CURDIR)/.venv/bin:$$PATH" npm $(if $(UPGRADE),update,install) --package-lock-only

debian:
	@sh setup/debian-packages.sh
