// The forms of reasons, dates and titles, shown in their panel instead of on a page of their own.

import { apply, refreshBeside, say, state } from "./table.js";
import { send } from "./server.js";

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
  (content.querySelector("#errors") ?? content.querySelector("textarea, input:not([type=hidden])"))?.focus();
}

// Where a live number goes that is chosen from the list: to the field that had the cursor last.
let field = null;
document.addEventListener("focusout", (event) => { if (event.target.matches(".panel textarea")) field = event.target; });

document.addEventListener("click", (event) => {
  const number = event.target.closest(".panel [data-insert]");
  if (number && field?.isConnected) {
    field.setRangeText(`{${number.dataset.insert} caption}`, field.selectionStart, field.selectionEnd, "end");
    field.focus();
  }
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
  const panel = event.target.closest(".panel.with-form");
  if (!panel) return;
  event.preventDefault();
  const address = event.target.getAttribute("action") ?? panel.querySelector(".panel-content").dataset.address;
  show(panel, address, { method: "POST", body: new FormData(event.target, event.submitter) }).catch((error) => say(error.message, true));
});
