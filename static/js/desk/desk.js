// The comparison table as the place of work: clicks and keys at its rows lead to cells, acts and strips.

import { ask, send } from "./server.js";
import { leave, note, openCell, save, write } from "./cell.js";
import "./panel.js";
import { kept, drop } from "./store.js";
import { act, apply, keyOf, refreshBeside, say, state, table } from "./table.js";

const desk = document.getElementById("desk").dataset;
const told = (error) => say(error.message || desk.offline, true);
const groupOf = (element) => element.closest("tbody");

document.addEventListener("click", async (event) => {
  const link = event.target.closest("a[data-act], button[data-act], a.fold-toggle");
  if (link && link.closest(".bar, .table-desk")) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (link.matches(".fold-toggle")) await toggle(groupOf(link)).catch(told);
    else await ACTS[link.dataset.act]?.(groupOf(link))?.catch?.(told);
    return;
  }
  const cell = event.target.closest("#table td.proposed");
  if (!cell || !getSelection().isCollapsed || event.target.closest("a, [contenteditable]")) return;
  const group = groupOf(cell);
  if (group.querySelector("[data-act=amend]")) await write(group, { x: event.clientX, y: event.clientY });
});

const ACTS = {
  amend: (group) => write(group),
  insert: (group) => insert(group),
  "insert-last": () => insert(null, "supplementary"),
  delete: async (group) => {
    await leave();
    const { key } = await act({ do: "delete", key: keyOf(group) });
    await openStrip(key, "delete");
  },
  move: (group) => openStrip(keyOf(group), "move"),
  "take-back": async (group) => {
    await leave();
    await act({ do: "take-back", key: keyOf(group) });
  },
  undo: () => step("undo"),
  redo: () => step("redo"),
  close: async (group) => {
    if (openCell()?.group === group) await leave();
    else group.querySelector(".strip").remove();
  },
};

async function step(name) {
  await leave();
  await act({ do: name });
}

// A fold that opens asks for what it hides; one that closes leaves it out.
async function toggle(head) {
  const isOpen = head.querySelector("[aria-expanded=true]");
  const open = new Set(state().open.split(",").filter(Boolean));
  if (isOpen) {
    for (let next = head.nextElementSibling; next?.matches(".unit"); next = next.nextElementSibling) open.delete(keyOf(next));
  } else {
    open.add(keyOf(head));
  }
  const id = head.id;
  apply(await send("act", () => state({ do: "sync", open: [...open].join(",") })), openCell()?.group);
  document.getElementById(id)?.querySelector(".fold-toggle").focus();
}

// A row for what is to be inserted behind another; it is stored with its first words.
async function insert(behind, after = keyOf(behind), restored = null) {
  if (document.getElementById("row-new") || !(await leave())) return;
  const group = document.getElementById("new-row").content.cloneNode(true).firstElementChild;
  Object.assign(group.dataset, { after, kind: "article" });
  const own = behind && (document.getElementById(behind.id) ?? behind);
  (own ?? table.lastElementChild).after(group);
  group.scrollIntoView({ block: "nearest" });
  await write(group, null, restored);
}

async function openStrip(key, what) {
  const group = document.getElementById(`row-${key}`) ?? document.getElementById(`gone-${key}`);
  if (!group) return;
  const { strip } = await ask("strip", { key, do: what });
  group.querySelector(".strip")?.remove();
  group.insertAdjacentHTML("beforeend", strip);
  group.querySelector(".strip :is(select, input, button)").focus();
}

table.addEventListener("change", async (event) => {
  const strip = event.target.closest(".strip");
  if (!strip || !event.target.name) return;
  const group = groupOf(strip);
  const cell = openCell()?.group === group ? openCell() : null;
  if (cell && !(await save())) return;
  const values = { key: cell?.key ?? keyOf(group), kept: cell ? group.id : "", [event.target.name]: event.target.value };
  try {
    const answer = await send("decide", () => state(values));
    if (cell) Object.assign(cell, { version: answer.version, numbers_version: answer.numbers_version });
    const focused = event.target.name;
    apply(answer, cell?.group);
    if (!cell) await openStrip(answer.key, focused === "after" ? "move" : "");
    document.querySelector(`.strip [name=${focused}]`)?.focus();
    if (cell) note("");
    refreshBeside();
  } catch (error) {
    if (cell) note(error.message || desk.offline);
    told(error);
  }
});

table.addEventListener("focusout", () => {
  setTimeout(() => {
    const cell = openCell();
    if (cell && document.hasFocus() && !cell.group.contains(document.activeElement)) leave();
  }, 0);
});

document.addEventListener("visibilitychange", () => {
  if (document.hidden && openCell()) save({ keepalive: true });
});
window.addEventListener("online", () => openCell() && save());

// The place of the words is not in sight any more: they are shown where they can be copied from.
function toldLost(one) {
  const shown = document.createElement("textarea");
  shown.value = [one.caption, one.body].join("\n");
  shown.setAttribute("aria-label", desk.lost);
  shown.className = "lost-words";
  table.before(shown);
  shown.addEventListener("blur", () => drop(one.place));
}

// Words that never reached the server are offered at their row, once.
for (const one of kept(desk.address)) {
  const [, place, language] = one.place.split("|");
  const after = place.startsWith("after:") ? place.split(":")[1] : "";
  const group = document.getElementById(`row-${after || place}`);
  if (language !== desk.language) continue;
  if (after && (group || after === "supplementary")) insert(group, after, one);
  else if (group) write(group, null, one);
  else toldLost(one);
}
