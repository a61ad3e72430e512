// The forms of reasons, dates and titles, shown in their panel instead of on a page of their own.

import { act, refreshPanels, say } from "./table.js";
import { enhance } from "../number-chips.js";

// Puts what a page has between its head and its end into the panel of `link`.
export async function show(panel, address, options = {}) {
  const response = await fetch(address, options);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const told = page.querySelector("[role=status] .notice, .bar-end .saved span")?.textContent;
  if (options.method === "POST" && response.ok) {
    await act({ do: "sync" });
    say(told ?? "");
  }
  const parts = [...page.querySelectorAll("main > .sheet, .live-number-list")];
  panel.classList.remove("with-form");
  if (!parts.length) return refreshPanels(0);
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
  const panel = link.closest(".panel");
  if (link.pathname !== location.pathname) return void show(panel, link.href);
  panel.classList.remove("with-form");
  refreshPanels(0);
});

document.addEventListener("submit", (event) => {
  const form = event.target;
  const panel = form.closest(".panel");
  if (!panel?.matches(".with-form") && !form.matches("[data-in-panel]")) return;
  event.preventDefault();
  const fields = new FormData(form, event.submitter);
  const address = form.getAttribute("action") ?? panel.querySelector(".panel-content").dataset.address;
  const [where, options] = form.method === "get" ? [`${address}?${new URLSearchParams(fields)}`] : [address, { method: "POST", body: fields }];
  show(panel, where, options).catch((error) => say(error.message, true));
});
