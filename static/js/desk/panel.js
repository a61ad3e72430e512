// The forms of reasons, dates and titles, shown in their panel instead of on a page of their own.

import { apply, refreshBeside, say, state } from "./table.js";
import { send } from "./server.js";
import { enhance } from "../number-chips.js";

// Puts what a page has between its head and its end into the panel of `link`.
export async function show(panel, address, options = {}) {
  const response = await fetch(address, options);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const told = page.querySelector("[role=status] .notice, .bar-end .saved span")?.textContent;
  if (options.method === "POST" && response.ok) {
    apply(await send("act", () => state({ do: "sync" })));
    say(told ?? "");
  }
  const parts = [...page.querySelectorAll("main > .sheet, .live-number-list")];
  panel.classList.remove("with-form");
  if (!parts.length) return refreshBeside(0);
  panel.classList.add("with-form");
  const content = panel.querySelector(".panel-content");
  content.replaceChildren(...parts.map((part) => document.importNode(part, true)));
  content.dataset.address = response.url;
  enhance(content);
  (content.querySelector("#errors") ?? content.querySelector(".chip-field, textarea:not([hidden]), input:not([type=hidden])"))?.focus();
}

document.addEventListener("click", (event) => {
  const link = event.target.closest(".panel a[data-in-panel], .panel.with-form .panel-content a");
  if (!link || event.ctrlKey || event.metaKey) return;
  if (link.hash) {
    const row = document.getElementById(link.hash.slice(1));
    if (row) event.preventDefault();
    row?.scrollIntoView();
    return;
  }
  event.preventDefault();
  const leaves = link.pathname === location.pathname;
  const panel = link.closest(".panel");
  panel.classList.toggle("with-form", !leaves);
  if (leaves) refreshBeside(0);
  else show(link.closest(".panel"), link.href);
});

document.addEventListener("submit", (event) => {
  const panel = event.target.closest(".panel");
  if (!panel?.matches(".with-form") && !event.target.matches("[data-in-panel]")) return;
  if (event.target.method === "get") {
    event.preventDefault();
    show(panel, `${event.target.action}?${new URLSearchParams(new FormData(event.target))}`);
    return;
  }
  event.preventDefault();
  const address = event.target.getAttribute("action") ?? panel.querySelector(".panel-content").dataset.address;
  show(panel, address, { method: "POST", body: new FormData(event.target, event.submitter) }).catch((error) => say(error.message, true));
});
