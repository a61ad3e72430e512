// Words that are selected in the table are underlined by hand, or left without underline.

import { leave, openCell } from "./cell.js";
import { act, keyOf, languageOf, table } from "./table.js";

const buttons = document.getElementById("mark-words").content.firstElementChild;
const LINES = ".printed td:is(.present, .proposed) p:not(.label)";
const letters = (text) => [...text].length; // as the server counts them
let words = null;

// The line that one piece of words is selected in, and where; null for any other selection.
function selected() {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const line = (range.startContainer.parentElement ?? range.startContainer).closest?.("p");
  if (!line) return null;
  if (!line.contains(range.endContainer)) {
    if (range.endOffset !== 0) return null;
    range.setEnd(line, line.childNodes.length); // three clicks select up to the next line
  }
  const before = document.createRange();
  before.selectNodeContents(line);
  before.setEnd(range.startContainer, range.startOffset);
  const start = letters(before.toString());
  return { line, start, end: start + letters(range.toString()), top: range.getBoundingClientRect().top };
}

export function underline({ underlined }) {
  if (!words?.line.isConnected) return null;
  const { line, start, end } = words;
  const group = line.closest("tbody");
  const side = line.closest("td").classList[0];
  const place = [...group.querySelectorAll(`td.${side} p:not(.label)`)].indexOf(line);
  buttons.remove();
  getSelection().removeAllRanges();
  return act({ do: "underline", key: keyOf(group), cell_language: languageOf(group), side, place, text: line.textContent, start, end, underlined });
}

document.addEventListener("selectionchange", () => {
  const found = selected();
  if (!found?.line.matches(LINES) || found.line.closest("[contenteditable]")) return buttons.remove();
  words = found;
  const tools = found.line.closest("tr").querySelector(".row-tools");
  tools.append(buttons);
  buttons.style.insetBlockStart = `${found.top - tools.getBoundingClientRect().top}px`;
});

buttons.addEventListener("pointerdown", (event) => event.preventDefault()); // the selection stays

// Ctrl+U in an open cell: the words selected there, once they are saved.
table.addEventListener("keydown", async (event) => {
  if (!openCell() || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "u") return;
  event.preventDefault();
  const typed = selected();
  const id = typed && (await leave());
  if (!id) return;
  const shown = [...document.getElementById(id).querySelectorAll("td.proposed p")];
  const text = typed.line.textContent;
  const line = shown.find((one) => one.textContent.endsWith(text));
  if (!line) return;
  const skipped = letters(line.textContent) - letters(text);
  words = { line, start: typed.start + skipped, end: typed.end + skipped };
  const marked = [...line.childNodes].flatMap((node) => [...node.textContent].fill(node.nodeName === "INS"));
  await underline({ underlined: marked.slice(words.start, words.end).every(Boolean) ? "no" : "yes" });
}, true);
