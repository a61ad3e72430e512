// Leads from a line of the outline to the same line of the text that it was read from.
"use strict";

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-line]");
  const field = link && document.querySelector(link.getAttribute("href"));
  if (!field) return;
  event.preventDefault();
  const lines = field.value.split("\n");
  const at = Number(link.dataset.line) - 1;
  const start = lines.slice(0, at).reduce((sum, line) => sum + line.length + 1, 0);
  field.focus();
  // The browser scrolls to the cursor when it is set at an end, and only then marks the line.
  field.setSelectionRange(start, start);
  field.scrollTop = (field.scrollHeight * at) / lines.length - field.clientHeight / 3;
  field.setSelectionRange(start, start + (lines[at] ?? "").length);
});
