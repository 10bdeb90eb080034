# make site   build Milepost and the handbook in content/ into site/
# make test   every test: Swift, golden sites, browser, HTML, accessibility
# make bench  how long a build takes, against the floor that the machine sets
# make lint   the format of the Swift code
# make clean  remove what the above made

SWIFT ?= swift
SITE_PACKAGES = libcmark-gfm-dev libcmark-gfm-extensions-dev libdeflate-dev libstemmer-dev pkg-config
TEST_PACKAGES = chromium openjdk-17-jre-headless python3-venv strace curl nodejs poppler-utils fonts-dejavu-core

.PHONY: site test bench lint clean site-setup test-setup

site: site-setup
	$(SWIFT) build -c release --product milepost
	.build/release/milepost build content -o site
	@echo "The handbook is built. Open $(CURDIR)/site/index.html in a browser."

test: test-setup
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build
	Tests/Browser/run .build/debug/milepost

bench: site-setup
	$(SWIFT) build -c release --product milepost
	Tests/Bench/run .build/release/milepost

lint:
	$(SWIFT) format lint --strict --recursive Sources Tests Package.swift

clean:
	rm -rf .build .cache site

site-setup:
	@$(call install,$(SITE_PACKAGES))

test-setup: site-setup
	@$(call install,$(TEST_PACKAGES))

# Installs the Debian packages that are missing, with sudo unless this is root.
define install
missing=""; \
for package in $(1); do \
  dpkg-query -W -f='$${Status}' $$package 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$package"; \
done; \
if [ -n "$$missing" ]; then \
  echo "Installing$$missing"; \
  as_root=""; [ "$$(id -u)" = 0 ] || as_root=sudo; \
  $$as_root apt-get update -qq && \
  DEBIAN_FRONTEND=noninteractive $$as_root apt-get install -y -qq --no-install-recommends $$missing >/dev/null; \
fi
endef
