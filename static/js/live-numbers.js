// Puts a live number where the cursor is, in the field that had it last.
"use strict";

const fields = [...document.querySelectorAll("form textarea")];
let last = fields[0];

for (const field of fields) field.addEventListener("focus", () => { last = field; });

function button(typed, label) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = label;
  made.addEventListener("click", () => {
    last.setRangeText(`{${typed}}`, last.selectionStart, last.selectionEnd, "end");
    last.focus();
    last.dispatchEvent(new Event("input", { bubbles: true }));
  });
  return made;
}

// Without this script the code stands there to be copied.
for (const code of document.querySelectorAll("code[data-insert]")) {
  const typed = code.dataset.insert;
  const shown = document.createElement("span");
  shown.className = "live-number";
  shown.append(button(typed, `{${typed}}`), button(`${typed} caption`, "+ (…)"));
  shown.lastChild.setAttribute("aria-label", `{${typed} caption}`);
  code.replaceWith(shown);
}
