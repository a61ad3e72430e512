// Underlines drawn on the text of an open cell, which stays untouched: neither cursor nor composition
// is disturbed. Where a browser has no CSS Custom Highlight API they appear when the cell is left.

const name = "changed-words";
const highlight = "highlights" in CSS ? new Highlight() : null;
if (highlight) CSS.highlights.set(name, highlight);

// `several` are elements that hold one text each, with the stretches underlined in it.
export function draw(several) {
  if (!highlight) return;
  highlight.clear();
  for (const [element, stretches] of several) {
    const text = element?.firstChild;
    if (text?.nodeType !== Node.TEXT_NODE) continue;
    for (const [start, end] of stretches ?? []) {
      if (start >= text.length) continue;
      const range = new Range();
      range.setStart(text, start);
      range.setEnd(text, Math.min(end, text.length));
      highlight.add(range);
    }
  }
}
