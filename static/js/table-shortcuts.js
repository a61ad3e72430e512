// Single keys for the rows of the table: j k to the next and the one before, n p to the next change,
// cell out of step or open comment and the one before, / to the search, and the key that a link of the row names. They
// work only while a row has the focus, so that no typing is taken for a command.
"use strict";

const keys = document.getElementById("keys");
if (keys) keys.hidden = false;

const rows = () => [...document.querySelectorAll("[data-row]")].filter((row) => row.checkVisibility());

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (document.activeElement?.matches("input, select, textarea, [contenteditable]")) return;
  const row = document.activeElement?.closest("[data-row]");
  if (!row) return;
  if ("jknp".includes(event.key)) {
    // A change is a row that the paper prints by itself; it counts once where both languages are shown.
    const stops = ".printed:not([data-language]), .out-of-step, .commented";
    const all = rows().filter((one) => "jk".includes(event.key) || one === row || one.closest(stops));
    const next = all[all.indexOf(row) + ("jn".includes(event.key) ? 1 : -1)];
    if (next) next.focus();
    event.preventDefault();
  } else if (event.key === "?" && document.getElementById("keys")) {
    event.preventDefault();
    const help = document.getElementById("keys"); // what stands beside the table may have come anew
    for (let part = help; part; part = part.parentElement?.closest("details")) part.open = true;
    help.querySelector("summary").focus();
  } else if (event.key === "Enter" && document.activeElement === row) {
    row.querySelector("a[data-shortcut=e]")?.click();
    event.preventDefault();
  } else if (event.key === "/") {
    const searches = [document.getElementById("search"), document.querySelector(".search-link")];
    const shown = searches.find((search) => search?.checkVisibility());
    if (!shown) return;
    event.preventDefault();
    shown.focus();
  } else {
    const link = row.querySelector(`a[data-shortcut="${CSS.escape(event.key)}"]`);
    if (link) {
      event.preventDefault();
      const words = event.key === "c" && String(getSelection());
      if (words) link.search += `&words=${encodeURIComponent(words)}`;
      link.click();
    }
  }
});
