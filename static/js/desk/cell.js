// A cell that somebody writes in. It saves itself on a pause and on leaving.

import { ask, post, Refusal, send } from "./server.js";
import { draw } from "./highlights.js";
import { drop, keep } from "./store.js";
import { isRegular, levelAt, parse, pasted, renumbered } from "./structure.js";
import { act, apply, languageOf, refreshPanels, say, state } from "./table.js";
import { cursor, readLines, setCursor, setCursorAt, writeLines } from "./text.js";

const DRAW_AFTER = 250;
const SAVE_AFTER = 1200;
const RETRY_AFTER = 4000;
const CLASSES = ["text", "text item", "text subitem"];
const words = document.getElementById("desk").dataset;

let open = null;

export const openCell = () => open;

// `group` is the row to write in; `place` is where a click was, { x, y }, or nothing;
// `add` names what is added to the words, a paragraph or an item.
export async function write(group, { place = null, restored = null, add = "" } = {}) {
  if (open?.group === group && !add) return;
  if (open && !(await leave())) return;
  group = document.getElementById(group.id) ?? group;
  const { after, kind, key } = group.dataset;
  const given = { cell_language: languageOf(group), ...(after ? { after, kind } : { key }) };
  const answer = await ask("cell", { ...given, add }).catch((error) => say(error.message || words.offline, true));
  if (!answer) return void (after && group.remove());
  group.querySelector(".strip")?.remove();
  group.asShown = group.cloneNode(true); // what it is again on leaving it, or what the server sends meanwhile
  const cell = group.querySelector("td.proposed");
  const first = { caption: answer.caption, body: answer.body };
  open = { ...given, ...answer, group, cell, first, saved: first, visit: crypto.randomUUID(), sending: 0, past: [] };
  for (const row of [...group.rows].slice(1)) row.hidden = true;
  group.classList.add("being-written");
  cell.innerHTML = answer.html;
  if (answer.present) group.querySelector("td.present").innerHTML = answer.present;
  else if (after) group.querySelector("td.present .label").textContent = answer.inserted;
  if (answer.strip) group.insertAdjacentHTML("beforeend", answer.strip);
  open.captionField = cell.querySelector(".cell-caption");
  open.bodyField = cell.querySelector(".cell-body");
  open.captionField.textContent = restored?.caption ?? answer.caption;
  const shown = restored?.body ?? answer.added ?? answer.body;
  if (open.bodyField) show(shown.split("\n"));
  if (answer.added !== undefined) open.offered = text(); // a line that nothing was written in is not saved
  underline(answer.ranges);
  const doing = { beforeinput: before, input: typed, paste, keydown: pressed, compositionend: typed };
  for (const [what, listener] of Object.entries(doing)) cell.addEventListener(what, listener);
  if (!open.bodyField || !shown) open.captionField.focus();
  else if (!place || !setCursorAt(open.bodyField, place)) setCursor(open.bodyField, Infinity, Infinity);
  group.lastElementChild.scrollIntoView({ block: "nearest" });
  cell.scrollIntoView({ block: "nearest" });
  if (restored) typed();
}

export const text = () => ({
  caption: open.captionField.textContent.replace(/\s+/g, " ").trim(),
  body: open.bodyField ? readLines(open.bodyField).join("\n") : "",
});

const same = (one, other) => one.caption === other.caption && one.body === other.body;
const storePlace = () => `${words.address}|${open.key ?? `after:${open.after}:${open.kind}`}|${open.cell_language}`;

function show(lines, at = null) {
  const classes = parse(lines, open.lists).map((one) => CLASSES[Math.max(0, one.level)]);
  writeLines(open.bodyField, lines, classes, open.lead);
  if (at) setCursor(open.bodyField, at.line, at.offset);
}

function underline(ranges) {
  if (!ranges) return;
  const paragraphs = open.bodyField ? [...open.bodyField.children] : [];
  draw([[open.captionField, ranges.caption], ...paragraphs.map((one, at) => [one, ranges.lines[at]])]);
}

function before(event) {
  if (!open || event.isComposing) return;
  const inBody = open.bodyField?.contains(event.target);
  if (event.inputType === "insertParagraph" || event.inputType === "insertLineBreak") {
    event.preventDefault();
    if (inBody) enter();
    else open.bodyField?.focus();
  } else if (inBody && event.inputType === "deleteContentBackward" && joinsLabel()) {
    event.preventDefault();
  }
}

function change(lines, at, levels) {
  remember();
  show(isRegular(readLines(open.bodyField), open.lists) ? renumbered(lines, open.lists, levels) : lines, at);
  typed();
}

// Enter makes the next paragraph or item of the same list.
function enter() {
  getSelection().deleteFromDocument();
  const lines = readLines(open.bodyField);
  let at = cursor(open.bodyField);
  const label = isRegular(lines, open.lists) ? open.lists[levelAt(lines, open.lists, at.line)]?.[1] ?? "" : "";
  const line = lines[at.line];
  const two = [line.slice(0, at.offset).trimEnd(), label + line.slice(at.offset).trimStart()];
  change(lines.toSpliced(at.line, 1, ...two), { line: at.line + 1, offset: label.length });
  at = parse(readLines(open.bodyField), open.lists)[at.line + 1];
  setCursor(open.bodyField, cursor(open.bodyField).line, at?.length ?? 0);
}

// Backspace right behind a label takes the label away and joins the line to the one before.
function joinsLabel() {
  const lines = readLines(open.bodyField);
  const at = cursor(open.bodyField);
  if (!at || at.isRange || at.line === 0) return false;
  const { level, length } = parse(lines, open.lists)[at.line];
  if (level < 0 || at.offset !== length) return false;
  const joint = /[\u3000-\u9fff]$/.test(lines[at.line - 1]) ? "" : " ";
  const start = lines[at.line - 1] + joint;
  change(lines.toSpliced(at.line - 1, 2, start + lines[at.line].slice(length)), { line: at.line - 1, offset: start.length });
  return true;
}

function pressed(event) {
  if (!open || event.isComposing) return;
  const inBody = open.bodyField?.contains(event.target);
  if (event.key === "Escape") {
    event.preventDefault();
    takeBack();
  } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    leave();
  } else if (event.key === "Tab" && inBody && level(event.shiftKey ? -1 : 1)) {
    event.preventDefault();
  } else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z" && !event.shiftKey && inBody) {
    event.preventDefault();
    const last = open.past.pop();
    if (last) {
      show(last.lines, last.at);
      typed();
    }
  }
  event.stopPropagation();
}

function level(step) {
  const lines = readLines(open.bodyField);
  const at = cursor(open.bodyField);
  const own = parse(lines, open.lists)[at?.line ?? 0];
  if (!at || at.line === 0 || own.level < 0 || !isRegular(lines, open.lists)) return false;
  const to = own.level + step;
  if (to < 0 || to >= open.lists.length) return false;
  change(lines, null, new Map([[at.line, to]]));
  const now = parse(readLines(open.bodyField), open.lists)[at.line];
  setCursor(open.bodyField, at.line, Math.max(now.length, at.offset + now.length - own.length));
  return true;
}

function paste(event) {
  event.preventDefault();
  const inBody = open.bodyField?.contains(event.target);
  const given = pasted(event.clipboardData, open.lists);
  getSelection().deleteFromDocument();
  if (!inBody) return void document.execCommand("insertText", false, given.replace(/\s+/g, " "));
  const lines = readLines(open.bodyField);
  const at = cursor(open.bodyField) ?? { line: lines.length - 1, offset: Infinity };
  const line = lines[at.line] ?? "";
  const written = `${line.slice(0, at.offset)}${given}`.split("\n");
  const end = { line: at.line + written.length - 1, offset: written.at(-1).length };
  written[written.length - 1] += line.slice(at.offset);
  change(lines.toSpliced(at.line, 1, ...written), end);
}

function remember() {
  open.past = [...open.past.slice(-199), { lines: readLines(open.bodyField), at: cursor(open.bodyField) }];
}

function typed(event) {
  if (!open || event?.isComposing) return;
  if (event && open.bodyField) remember();
  keep(storePlace(), { ...text(), version: open.version });
  clearTimeout(open.drawing);
  clearTimeout(open.saving);
  open.drawing = setTimeout(drawTyped, DRAW_AFTER);
  open.saving = setTimeout(save, SAVE_AFTER);
}

async function drawTyped() {
  const cell = open;
  const now = text();
  cell.abort?.abort();
  cell.abort = new AbortController();
  if (!cell.key) return;
  const answer = await post("draw", { key: cell.key, cell_language: cell.cell_language, ...now }, { signal: cell.abort.signal }).catch(() => null);
  if (!answer || cell !== open || !same(now, text())) return;
  underline(answer.ranges);
  if (answer.present) cell.group.querySelector("td.present").innerHTML = answer.present;
}

export function note(sentence) {
  Object.assign(open.cell.querySelector(".cell-note"), { hidden: !sentence, textContent: sentence });
}

// Saves what is typed; false where that is not saved now.
export async function save(options = {}) {
  const cell = open;
  if (!cell) return true;
  clearTimeout(cell.saving);
  const now = text();
  if (same(now, cell.saved) || (cell.offered && same(now, cell.offered)) || (!cell.key && !now.body.trim() && !(cell.kind === "chapter" && now.caption))) {
    if (same(now, cell.first)) drop(storePlace());
    return true;
  }
  try {
    const answer = await send("words", () => ({
      ...state(), ...now, cell_language: cell.cell_language, key: cell.key ?? "", after: cell.after ?? "", kind: cell.kind ?? "article",
      version: cell.version, numbers_version: cell.numbers_version, visit: cell.visit, sending: ++cell.sending,
    }), options);
    if (cell !== open) return true;
    if (answer.repeated) await act({ do: "sync" });
    else took(cell, answer, now);
    return true;
  } catch (error) {
    if (cell === open) failed(error);
    return false;
  }
}

function took(cell, answer, now) {
  drop(storePlace());
  if (!cell.key && answer.key) {
    cell.key = answer.key;
    cell.group.id = answer.row;
    cell.group.dataset.key = answer.key;
    delete cell.group.dataset.after;
    cell.group.querySelector(".strip")?.remove();
    cell.group.insertAdjacentHTML("beforeend", answer.strip);
  }
  Object.assign(cell, { version: answer.version, numbers_version: answer.numbers_version, saved: now });
  note("");
  apply(answer);
  if (same(now, text())) underline(answer.ranges);
  else typed();
  refreshPanels();
}

function failed(error) {
  if (error instanceof Refusal) {
    note(error.message);
    if (error.status === 409) offerVersions(error.answer);
    return;
  }
  say(words.offline, true);
  clearTimeout(open.saving);
  open.saving = setTimeout(save, RETRY_AFTER);
}

// Somebody else saved the same cell: both versions are shown, and one of the two is chosen.
async function offerVersions(answer) {
  const cell = open;
  const theirs = await ask("cell", { key: cell.key, cell_language: cell.cell_language }).catch(() => null);
  if (!theirs || cell !== open) return;
  const choice = document.getElementById("conflict").content.cloneNode(true);
  choice.querySelector(".theirs").textContent = [theirs.caption, theirs.body].filter(Boolean).join("\n");
  choice.querySelector("[data-choose=mine]").addEventListener("click", () => {
    Object.assign(cell, { version: theirs.version, numbers_version: theirs.numbers_version, visit: crypto.randomUUID() });
    cell.cell.querySelector(".conflict").remove();
    save();
  });
  choice.querySelector("[data-choose=theirs]").addEventListener("click", () => {
    drop(storePlace());
    cell.saved = text();
    act({ do: "sync" }).then(leave);
  });
  cell.cell.querySelector(".conflict")?.remove();
  cell.cell.append(choice);
}

// Escape takes back what was typed since the cell was opened; where nothing was, it leaves the cell.
async function takeBack() {
  const { first } = open;
  if (!same(text(), first)) {
    open.captionField.textContent = first.caption;
    if (open.bodyField) show(first.body.split("\n"), { line: 0, offset: 0 });
    if (open.key) await save();
    drop(storePlace());
  }
  await leave();
}

// Saves and leaves the cell; the id of its row or of the one before, or false where its words cannot be saved now.
export async function leave() {
  const cell = open;
  if (!cell) return true;
  if (!(await save())) return false;
  if (cell !== open) return true;
  clearTimeout(cell.drawing);
  open = null;
  draw([]);
  const before = cell.group.previousElementSibling;
  const hasFocus = cell.group.contains(document.activeElement);
  const row = cell.key ? cell.group.asShown : null;
  cell.group.replaceWith(...(row ? [row] : []));
  if (hasFocus) (row ?? before)?.querySelector("[data-row], .fold-toggle")?.focus({ preventScroll: true });
  if (cell.sending) refreshPanels();
  return (row ?? before)?.id || true;
}
