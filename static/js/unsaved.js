// Asks before a page with unsaved words is left.
"use strict";

for (const form of document.querySelectorAll("form[data-keep]")) {
  let changed = document.getElementById("errors") !== null;
  let sent = false;
  form.addEventListener("input", () => { changed = true; });
  form.addEventListener("submit", () => { sent = true; });
  window.addEventListener("beforeunload", (event) => {
    if (changed && !sent) event.preventDefault();
  });
}
