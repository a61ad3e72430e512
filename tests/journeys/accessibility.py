"""A page looked at by axe and for its width: wide and narrow, light and dark, folded and open."""

from dataclasses import dataclass
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@dataclass(frozen=True)
class Look:
    """One way of looking at a page; `opens` is what is unfolded for it, as a selector."""

    width: int
    scheme: str
    opens: str = ""


LOOKS = (
    Look(1280, "light"),
    Look(1280, "dark", opens="details:not(.menu)"),
    Look(360, "light", opens="details"),
    Look(360, "dark"),
)
_OPEN = "(several, opens) => { for (const one of several) one.open = one.matches(opens || 'x'); }"
# Nothing but colours changes with the scheme.
_VIOLATIONS = """async ([rules, dark]) => {
  const runOnly = dark ? { type: "rule", values: ["color-contrast", "link-in-text-block"] } : rules;
  return (await axe.run(document, { resultTypes: ["violations"], runOnly })).violations;
}"""
_TOO_WIDE = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  const wide = [...document.body.querySelectorAll("*")].filter(
    (one) => one.getBoundingClientRect().right > width + 0.5);
  return wide.slice(0, 5).map((one) => `${one.tagName} ${one.className}`);
}"""


def problems(page: Page, what: str) -> list[str]:
    """All that is to be mended on the page as it stands, each with how it was looked at.

    The page has `reduced_motion`, so that no colour is seen on its way from one to another.
    """
    page.evaluate(AXE_SCRIPT)
    found = []
    for look in LOOKS:
        page.set_viewport_size({"width": look.width, "height": 800})
        page.emulate_media(color_scheme=look.scheme)  # type: ignore[arg-type]
        page.locator("details").evaluate_all(_OPEN, look.opens)
        violations = page.evaluate(_VIOLATIONS, [RULES, look.scheme == "dark"])
        told = [_said(violation) for violation in violations]
        if wide := page.evaluate(_TOO_WIDE):
            told.append(f"scrolls sideways: {wide}")
        found += [f"{what}, {look}: {one}" for one in told]
    return found


def _said(violation: dict[str, Any]) -> str:
    nodes = [f"{node['target']} {node['html'][:120]}" for node in violation["nodes"][:3]]
    return f"{violation['id']} ({len(violation['nodes'])}): {violation['help']}: {nodes}"
