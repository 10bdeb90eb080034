"""Builds the sites once, before any test, and gives the tests the sites, a browser and its contexts."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright
from site_pages import Site
from site_server import SUB_PATH, serve

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parent.parent
BUILD_DAY = "1796083200"  # 2026-12-01 in UTC, in seconds since 1970
BASE_URL = "https://handbook.example.org/sub/"

# Where the sites lie: the first process builds them and tells the workers of pytest-xdist in its environment.
SITES = "MILEPOST_BROWSER_TEST_SITES"
CONTENTS = {
    "handbook": (REPOSITORY / "content", []),
    "features": (HERE / "features", []),
    # A public address gives breadcrumbs for machines, canonical links and a sitemap.
    "public": (HERE / "features", ["--base-url", BASE_URL]),
}


def pytest_addoption(parser):
    parser.addoption("--milepost", required=True, help="the program that builds the sites")


def pytest_configure(config):
    if hasattr(config, "workerinput"):
        return
    os.environ[SITES] = tempfile.mkdtemp(prefix="milepost-browser-")
    for name, (content, arguments) in CONTENTS.items():
        output = Path(os.environ[SITES]) / name
        command = [config.getoption("--milepost"), "build", str(content), "-o", str(output), *arguments]
        environment = {**os.environ, "SOURCE_DATE_EPOCH": BUILD_DAY, "CI": "1", "NO_COLOR": "1"}
        result = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120)
        if result.returncode != 0:
            said = result.stdout + result.stderr
            pytest.exit(f"{' '.join(command)}\nfailed with {result.returncode}:\n{said}", returncode=1)


def pytest_unconfigure(config):
    if not hasattr(config, "workerinput"):
        shutil.rmtree(os.environ.get(SITES, ""), ignore_errors=True)


@pytest.fixture(scope="session")
def sites():
    """The two sites that all tests look at, by name, each with its server."""
    sites, servers = {}, []
    for name in ("handbook", "features"):
        sites[name] = Site(name, Path(os.environ[SITES]) / name)
        servers.append(serve(sites[name].root))
        sites[name].http_root = f"http://127.0.0.1:{servers[-1].server_port}/"
        sites[name].http_sub = f"http://127.0.0.1:{servers[-1].server_port}{SUB_PATH}"
    yield sites
    for server in servers:
        server.shutdown()


@pytest.fixture(scope="session")
def handbook(sites) -> Site:
    return sites["handbook"]


@pytest.fixture(scope="session")
def features(sites) -> Site:
    return sites["features"]


@pytest.fixture(scope="session")
def public_features() -> Site:
    """The features handbook with a public address, on disk only."""
    return Site("public", Path(os.environ[SITES]) / "public")


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def contexts(browser):
    """A browser context for each set of options, made when first asked for: contexts(width=320, color_scheme=…)."""
    made = {}

    def context(width: int = 1280, height: int = 800, **options):
        key = (width, height, *sorted((k, str(v)) for k, v in options.items()))
        if key not in made:
            options.setdefault("reduced_motion", "reduce")
            made[key] = browser.new_context(viewport={"width": width, "height": height}, **options)
        return made[key]

    yield context
    for context in made.values():
        context.close()


@pytest.fixture
def open_page(contexts):
    """Opens an address in a context with the given options; closes the page after the test."""
    pages = []

    def open_page(url: str, **options):
        page = contexts(**options).new_page()
        pages.append(page)
        page.goto(url)
        return page

    yield open_page
    for page in pages:
        page.close()
