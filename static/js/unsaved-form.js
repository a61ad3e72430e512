// Asks before a page with unsaved words is left; and takes away the button that shows a preview,
// which follows by itself where scripts run.
"use strict";

for (const button of document.querySelectorAll("button[name=preview]")) button.hidden = true;

for (const form of document.querySelectorAll("form[data-warn-unsaved]")) {
  let changed = document.getElementById("errors") !== null;
  let sent = false;
  form.addEventListener("input", () => { changed = true; });
  form.addEventListener("submit", () => { sent = true; });
  window.addEventListener("beforeunload", (event) => {
    if (changed && !sent) event.preventDefault();
  });
}
