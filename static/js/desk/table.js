// The table on the page: what it has, and what the server sends in its place.

import { ask, language, send } from "./server.js";

export const table = document.getElementById("table");
const WAIT = 800;
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

// Puts the groups that differ in their places; `kept` stays, whatever the server has there.
export function apply(answer, kept = null) {
  const focused = document.activeElement?.closest?.("tbody");
  const near = focused && [focused, focused.previousElementSibling, focused.nextElementSibling].map((one) => one?.id);
  for (const [id, html] of Object.entries(answer.groups ?? {})) {
    const old = document.getElementById(id);
    if (old && old === kept) continue;
    if (old) old.replaceWith(made(html));
    else table.append(made(html));
  }
  if (answer.order) {
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
export async function act(values, kept = null) {
  const answer = await send("act", () => state(values));
  apply(answer, kept);
  refreshPanels(values.do === "sync" ? WAIT : 0);
  return answer;
}

// The panels and the end of the bar follow once nothing has happened for a while.
export function refreshPanels(wait = WAIT) {
  clearTimeout(asked);
  asked = setTimeout(async () => {
    const answer = await ask("panels", { open: state().open }).catch(() => null);
    if (!answer) return;
    const open = document.querySelector(".panel[open]");
    const said = document.querySelector(".bar-end .saved").textContent;
    document.querySelector(".panels").outerHTML = answer.panels;
    document.querySelector(".bar-end").outerHTML = answer.bar;
    const again = open && document.getElementById(open.id);
    if (open?.matches(".with-form")) again?.replaceWith(open); // somebody writes in it
    else again?.toggleAttribute("open", true);
    document.getElementById("keys").hidden = false;
    if (said) say(said);
  }, wait);
}
