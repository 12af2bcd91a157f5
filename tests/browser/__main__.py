"""Says at the end of `make test` which browser tests did not run, and why."""

from tests.browser.engine import missing

if absent := missing():
    what = "were only walked, not examined by axe" if absent == ["axe-core"] else "did NOT run"
    print(f"The browser tests {what}: missing here: {', '.join(absent)}. See tests/browser/fetch.sh.")
