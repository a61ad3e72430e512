"""A page looked at by axe and for its width: wide and narrow, light and dark, folded and open.

Axe looks once at pages of the same markup, and at the colours of text once for each style of it,
on whatever page with the same style sheets.
"""

from dataclasses import dataclass
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOUR_RULES = ["color-contrast", "link-in-text-block"]


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
WIDEST = LOOKS[1:3]
"""What shows how wide a page of known markup is: wide and narrow, unfolded."""
_OPEN = "(several, opens) => { for (const one of several) one.open = one.matches(opens || 'x'); }"
# Nothing but colours changes with the scheme.
_VIOLATIONS = """async ([tags, colours, dark, seen]) => {
  const options = { resultTypes: ["violations"] };
  const rules = Object.fromEntries(colours.map((rule) => [rule, { enabled: false }]));
  const of = async (context, more) => (await axe.run(context, { ...options, ...more })).violations;
  // Colours take axe by far the longest: text that has the same style as another is passed over.
  const styles = new Map();
  const known = new Set(seen);
  const sheets = [...document.styleSheets].map((one) => one.href).join(" ");
  const hash = (text) => {
    let sum = 0;
    for (let at = 0; at < text.length; at++)
      sum = (sum * 31 + text.charCodeAt(at)) % 281474976710597;
    return sum;
  };
  for (const one of document.body.querySelectorAll("*")) {
    const hasText = [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!hasText && !one.matches("input, select, textarea")) continue;
    const path = [];
    for (let at = one; at; at = at.parentElement) {
      const names = at.getAttributeNames().filter((name) => name !== "id").sort();
      path.push(at.localName, at.className, at.type ?? "", at.ariaCurrent ?? "", ...names);
    }
    const style = hash(`${sheets} ${path.join(" ")}`);
    if (!known.has(style) && !styles.has(style) && one.checkVisibility()) styles.set(style, one);
  }
  const include = [...styles.values()];
  const colourRules = { type: "rule", values: colours };
  const found = [
    ...(include.length ? await of({ include }, { runOnly: colourRules }) : []),
    ...(dark ? [] : await of(document, { runOnly: tags, rules })),
  ];
  return [found, [...styles.keys()]];
}"""
_MARKUP = """() => {
  const copy = document.documentElement.cloneNode(true);
  const texts = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) texts.currentNode.data = texts.currentNode.data.trim() ? "x" : "";
  return copy.outerHTML.replace(/ (value|href)="[^"]+"/g, ' $1="x"');
}"""
_TOO_WIDE = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  const wide = [...document.body.querySelectorAll("*")].filter(
    (one) => one.getBoundingClientRect().right > width + 0.5);
  return wide.slice(0, 5).map((one) => `${one.tagName} ${one.className}`);
}"""


_seen: set[str] = set()
"""The markup of the pages that axe has looked at, without their words: refusals are one page."""

_seen_styles: dict[str, set[int]] = {"light": set(), "dark": set()}
"""By scheme, the styles of text whose colours axe has looked at and found well."""


def problems(page: Page, what: str) -> list[str]:
    """All that is to be mended on the page as it stands, each with how it was looked at.

    The page has `reduced_motion`, so that no colour is seen on its way from one to another.
    """
    markup = page.evaluate(_MARKUP)
    is_new = markup not in _seen
    _seen.add(markup)
    if is_new:
        page.evaluate(AXE_SCRIPT)
    found = []
    for look in LOOKS if is_new else WIDEST:
        told = _violations(page, look) if is_new else []
        told += too_wide(page, look)
        found += [f"{what}, {look}: {one}" for one in told]
    return found


def too_wide(page: Page, look: Look) -> list[str]:
    """What stands out of the page to the right, in that look."""
    _show(page, look)
    wide = page.evaluate(_TOO_WIDE)
    return [f"scrolls sideways: {wide}"] if wide else []


def _violations(page: Page, look: Look) -> list[str]:
    _show(page, look)
    seen = _seen_styles[look.scheme]
    asked = [RULES, COLOUR_RULES, look.scheme == "dark", list(seen)]
    found, styles = page.evaluate(_VIOLATIONS, asked)
    if not any(violation["id"] in COLOUR_RULES for violation in found):
        seen.update(styles)
    return [_said(violation) for violation in found]


def _show(page: Page, look: Look) -> None:
    page.set_viewport_size({"width": look.width, "height": 800})
    page.emulate_media(color_scheme=look.scheme)  # type: ignore[arg-type]
    opens = look.opens
    if opens == "details" and page.locator(".breadcrumb").count():
        opens = "details:not(.menu)"  # an open menu covers these links; nobody would aim at them
    page.locator("details").evaluate_all(_OPEN, opens)


def _said(violation: dict[str, Any]) -> str:
    nodes = [f"{node['target']} {node['html'][:120]}" for node in violation["nodes"][:3]]
    return f"{violation['id']} ({len(violation['nodes'])}): {violation['help']}: {nodes}"
