// The lines of an open cell: read from its paragraphs and written to them, with the cursor.

export function readLines(body) {
  const nodes = [...body.childNodes].filter((node) => node.nodeName !== "BR");
  return nodes.length ? nodes.flatMap((node) => node.textContent.replace(/\u00a0/g, " ").split("\n")) : [""];
}

// `classes` says for each line how it is indented; `lead` stands before the first and is not written.
export function writeLines(body, lines, classes, lead) {
  body.replaceChildren(...lines.map((line, at) => {
    const paragraph = document.createElement("p");
    paragraph.className = classes[at];
    if (line) paragraph.textContent = line;
    else paragraph.append(document.createElement("br"));
    if (at === 0 && lead) paragraph.dataset.lead = lead;
    return paragraph;
  }));
}

// Where the cursor is, as a line and a place in it; null outside.
export function cursor(body) {
  const selection = getSelection();
  if (!selection.rangeCount || !body.contains(selection.focusNode)) return null;
  const range = selection.getRangeAt(0);
  let at = [...body.childNodes].findIndex((node) => node.contains(range.startContainer));
  if (at < 0) return { line: Math.min(range.startOffset, body.childNodes.length - 1), offset: 0, isRange: false };
  const before = document.createRange();
  before.selectNodeContents(body.childNodes[at]);
  before.setEnd(range.startContainer, range.startOffset);
  const above = before.toString().split("\n");
  for (const node of [...body.childNodes].slice(0, at)) at += node.textContent.split("\n").length - 1;
  return { line: at + above.length - 1, offset: above.at(-1).length, isRange: !range.collapsed };
}

export function setCursor(body, line, offset) {
  const paragraph = body.children[Math.max(0, Math.min(line, body.children.length - 1))];
  if (!paragraph) return;
  const text = paragraph.firstChild?.nodeType === Node.TEXT_NODE ? paragraph.firstChild : paragraph;
  getSelection().collapse(text, text === paragraph ? 0 : Math.min(offset, text.length));
  body.focus({ preventScroll: true });
}

// Puts the cursor where a click was; false where that is not in the words.
export function setCursorAt(body, { x, y }) {
  const caret = document.caretPositionFromPoint?.(x, y);
  const range = caret ? null : document.caretRangeFromPoint?.(x, y);
  const [node, offset] = caret ? [caret.offsetNode, caret.offset] : [range?.startContainer, range?.startOffset];
  if (!node || !body.contains(node)) return false;
  body.focus({ preventScroll: true });
  getSelection().collapse(node, offset);
  return true;
}
