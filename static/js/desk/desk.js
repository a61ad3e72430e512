// The comparison table as the place of work: clicks and keys at its rows lead to cells, acts and strips.

import { ask, send } from "./server.js";
import { leave, note, openCell, save, write } from "./cell.js";
import "./panel.js";
import { kept, drop } from "./store.js";
import { underline } from "./underlines.js";
import { act, apply, keyOf, languageOf, refreshPanels, say, state, table } from "./table.js";

const desk = document.getElementById("desk").dataset;
const told = (error) => say(error.message || desk.offline, true);
const groupOf = (element) => element.closest("tbody");

document.addEventListener("click", async (event) => {
  const link = event.target.closest("a[data-act], button[data-act]");
  if (link && link.closest(".bar, .table-desk")) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const { act: name, ...given } = link.dataset;
    const fields = Object.fromEntries(link.form ? new FormData(link.form) : []);
    const doing = ACTS[name] ?? ((group) => actAndShow(name, group, { ...given, ...fields, [link.name]: link.value }));
    await doing(groupOf(link), given)?.catch?.(told);
    return;
  }
  const cell = event.target.closest("#table td.proposed");
  if (!cell || !getSelection().isCollapsed || event.target.closest("a, [contenteditable]")) return;
  const group = groupOf(cell);
  if (group.querySelector("[data-act=amend]")) await write(group, { place: { x: event.clientX, y: event.clientY } });
});

// What the page does itself. All else is an act of the server; `then` names the strip shown after it.
const ACTS = {
  amend: (group) => write(group),
  insert: (group) => insert(group),
  "insert-last": () => insert(null, { after: "supplementary" }),
  "insert-as": insertAs,
  move: (group) => openStrip(group, "move"),
  why: (group) => openStrip(group, "why"),
  decide: async (_group, { key }) => {
    await unfold(key);
    await openStrip(rowOf(key), "why");
  },
  underline: (_group, which) => underline(which),
  close: async (group) => {
    if (openCell()?.group === group) return leave();
    group.querySelector(".strip").remove();
    group.querySelector("[data-row], .fold-toggle")?.focus();
  },
};

async function actAndShow(name, group, { then, ...given }) {
  await leave();
  const { key } = await act({ ...(group && { key: keyOf(group), cell_language: languageOf(group) }), ...given, do: name });
  if (then) await openStrip(rowOf(key) ?? document.getElementById(group.id), then);
}

// A row for what is to be inserted behind another; it is stored with its first words.
async function insert(behind, { after = keyOf(behind), kind = "article", restored = null } = {}) {
  if (document.getElementById("row-new") || !(await leave())) return;
  const group = document.getElementById("new-row").content.cloneNode(true).firstElementChild;
  Object.assign(group.dataset, { after, kind, ...(behind?.dataset.language && { language: behind.dataset.language }) });
  let own = behind && (document.getElementById(behind.id) ?? behind);
  while (own?.dataset.key && own.nextElementSibling?.dataset.key === own.dataset.key) own = own.nextElementSibling;
  (own ?? table.lastElementChild).after(group);
  await write(group, { restored });
}

// What is chosen under a new row: another kind of row, or words in an article that is there.
async function insertAs(group, { kind, key }) {
  const { after } = group.dataset;
  const behind = group.previousElementSibling;
  await leave();
  if (!key) return insert(behind, { after, kind });
  await unfold(key);
  return write(document.getElementById(`row-${key}`), { add: kind });
}

// Lets the row of a provision be there, where a fold hides it.
async function unfold(key) {
  if (rowOf(key)) return;
  await act({ do: "sync", open: `${state().open},${key}` });
}

const rowOf = (key) => document.getElementById(`row-${key}`) ?? document.getElementById(`gone-${key}`);

async function openStrip(group, what) {
  if (!group) return;
  const { strip } = await ask("strip", { key: keyOf(group), cell_language: languageOf(group), do: what });
  group.querySelector(".strip")?.remove();
  group.insertAdjacentHTML("beforeend", strip);
  if (!openCell()) group.querySelector(".strip :is([tabindex], select, input, button)").focus();
}

// A field of a strip is saved as soon as it is chosen.
table.addEventListener("change", async ({ target, target: { name, value } }) => {
  const group = target.closest(".strip") && groupOf(target);
  if (!group || !name || !(await save())) return;
  const cell = openCell()?.group === group ? openCell() : null;
  const values = { key: cell?.key ?? keyOf(group), cell_language: languageOf(group), [name]: value };
  try {
    const answer = await send("decide", () => state(values));
    apply(answer);
    if (cell) Object.assign(cell, { version: answer.version, numbers_version: answer.numbers_version });
    else await openStrip(rowOf(answer.key), name === "after" ? "move" : "");
    (cell?.group ?? rowOf(answer.key))?.querySelector(`.strip [name=${name}]`)?.focus();
    if (cell) note("");
    refreshPanels();
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

document.addEventListener("visibilitychange", () => document.hidden && save({ keepalive: true }));
window.addEventListener("online", () => save());

// The place of the words is not in sight any more: they are shown where they can be copied from.
function toldLost(one) {
  const shown = document.createElement("textarea");
  Object.assign(shown, { value: [one.caption, one.body].join("\n"), ariaLabel: desk.lost, className: "lost-words" });
  table.before(shown);
  shown.addEventListener("blur", () => drop(one.place));
}

// Words that never reached the server are offered at their row, once.
for (const one of kept(desk.address)) {
  const [, place, language] = one.place.split("|");
  const after = place.startsWith("after:") ? place.split(":")[1] : "";
  const own = language === desk.language ? "" : `-${language}`;
  const group = document.getElementById(`row-${after || place}${own}`);
  if (own && !group) continue;
  if (after && (group || after === "supplementary")) insert(group, { after, restored: one });
  else if (group) write(group, { restored: one });
  else toldLost(one);
}
