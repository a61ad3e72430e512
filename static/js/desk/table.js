// The table on the page: what it has, and what the server sends in its place.

import { ask, language, send } from "./server.js";

export const table = document.getElementById("table");
let asked;

export function state(extra = {}) {
  const groups = [...table.querySelectorAll("tbody[id]")];
  return {
    have: groups.map((group) => `${group.id}:${group.dataset.digest ?? ""}`).join(","),
    open: groups.filter((group) => group.matches(".unit")).map(keyOf).join(","),
    ...extra,
  };
}

export const keyOf = (group) => group.dataset.key;
export const languageOf = (group) => group.dataset.language ?? language;

const made = (html) => Object.assign(document.createElement("template"), { innerHTML: `<table>${html}</table>` })
  .content.querySelector("tbody");

// What stands in the place of the open row once its cell is left; nothing where it is not in the table any more.
function replaceLater(group, by) {
  group.asShown = by;
  group.dataset.digest = by?.dataset.digest ?? "";
}

// Puts the groups that differ in their places; the one that is written in stays, and is put in its place on leaving it.
export function apply(answer) {
  const kept = table.querySelector(".being-written");
  const focused = document.activeElement?.closest?.("tbody");
  const near = focused && [focused, focused.previousElementSibling, focused.nextElementSibling].map((one) => one?.id);
  for (const [id, html] of Object.entries(answer.groups ?? {})) {
    const old = document.getElementById(id);
    if (old && old === kept) replaceLater(old, made(html));
    else if (old) old.replaceWith(made(html));
    else table.append(made(html));
  }
  if (answer.order) {
    if (kept && !answer.order.includes(kept.id)) replaceLater(kept, null);
    for (const group of [...table.tBodies]) if (!answer.order.includes(group.id) && group !== kept) group.remove();
    const groups = answer.order.map((id) => document.getElementById(id)).filter(Boolean);
    if (kept && !groups.includes(kept)) groups.splice(groups.indexOf(kept.previousElementSibling) + 1, 0, kept);
    let before = table.tHead;
    for (const group of groups) { // the rows around one that is written in are moved: it keeps its cursor
      if (group !== kept && before.nextElementSibling !== group) before.after(group);
      before = group;
    }
  }
  if (answer.saved) say(answer.saved);
  if (answer.stamp) document.getElementById("desk").dataset.stamp = answer.stamp;
  if (answer.changed) document.getElementById("changed-rows").textContent = answer.changed;
  if (near && !document.activeElement?.closest?.("tbody")) {
    const left = near.map((id) => document.getElementById(id)?.querySelector("[data-row], .fold-toggle"));
    left.find(Boolean)?.focus({ preventScroll: true });
  }
}

export function say(sentence, isError = false) {
  const saved = document.querySelector(".bar-end .saved");
  saved.textContent = sentence;
  saved.classList.toggle("error", isError);
}

// Has something done, "sync" only to bring the table up to date.
export async function act(values) {
  const answer = await send("act", () => state(values));
  apply(answer);
  refreshPanels(values.do === "sync" ? undefined : 0);
  return answer;
}

// The panels and the end of the bar follow once nothing has happened for a while: a longer one while
// somebody writes and sees none of them.
export function refreshPanels(wait = document.querySelector(".being-written") && !document.querySelector(".panel[open]") ? 4000 : 800) {
  clearTimeout(asked);
  asked = setTimeout(async () => {
    const answer = await ask("panels", { open: state().open }).catch(() => null);
    if (!answer) return;
    const open = document.querySelector(".panel[open]");
    const said = document.querySelector(".bar-end .saved").textContent;
    document.querySelector(".panels").outerHTML = answer.panels;
    document.querySelector(".bar-end").outerHTML = answer.bar;
    const again = open && document.getElementById(open.id);
    if (open?.matches(".with-form, :has(textarea:focus)")) again?.replaceWith(open); // somebody writes in it
    else again?.toggleAttribute("open", true);
    document.getElementById("keys").hidden = false;
    if (said) say(said);
  }, wait);
}
