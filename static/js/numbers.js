// Puts a live number where the cursor is, in the field that had it last.
"use strict";

const fields = [...document.querySelectorAll("form textarea")];
let last = fields[0];

for (const field of fields) field.addEventListener("focus", () => { last = field; });

for (const code of document.querySelectorAll("code[data-insert]")) {
  const plain = code.dataset.insert;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "insert";
  button.append(code.cloneNode(true));
  button.addEventListener("click", () => {
    last.setRangeText(plain, last.selectionStart, last.selectionEnd, "end");
    last.focus();
    last.dispatchEvent(new Event("input", { bubbles: true }));
  });
  code.replaceWith(button);
}
