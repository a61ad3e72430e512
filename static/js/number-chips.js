// The numbers in a reason as chips: chosen from the list beside it and shown as they are printed. What
// is sent is what a person types without this script: "[proposed 8 with caption]".

const TYPED = /\[(?:present|proposed)[ :][^[\]\n]*\]|［(?:現行|変更案)[ 　:：][^［\]］\n]*］|\{(?:present|proposed):[^{}\n]*\}/g;
let last = null;

// What chips show in the language of a field, by what is typed for them.
function labels(language) {
  const codes = [...document.querySelectorAll("[data-number]")];
  return new Map(codes.map(({ dataset }) => [dataset[`typed_${language}`], dataset[`shown_${language}`]]));
}

function inBrackets(typed) {
  const found = /^\{(\w+):(.*?)( caption)?\}$/.exec(typed);
  return found ? `[${found[1]} ${found[2]}${found[3] ? " with caption" : ""}]` : typed;
}

function chip(typed, shown) {
  const made = document.createElement("span");
  made.className = "chip";
  made.contentEditable = "false";
  made.dataset.typed = typed;
  made.textContent = shown ?? typed;
  return made;
}

function read(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  if (node.nodeName === "BR") return "\n";
  if (node.dataset.typed) return node.dataset.typed;
  const children = [...node.childNodes];
  const isEmpty = children.length === 1 && children[0].nodeName === "BR";
  // A browser may make a block of each line.
  const lineBreak = node.matches("div, p") && !node.matches(".chip-field") && node.previousSibling ? "\n" : "";
  return lineBreak + (isEmpty ? "" : children.map(read).join(""));
}

function write(editor, text) {
  const shown = labels(editor.lang);
  const parts = [];
  let at = 0;
  for (const found of text.matchAll(TYPED)) {
    const typed = inBrackets(found[0]);
    parts.push(text.slice(at, found.index), shown.has(typed) ? chip(typed, shown.get(typed)) : found[0]);
    at = found.index + found[0].length;
  }
  editor.replaceChildren(...parts, text.slice(at));
}

function editorOf(field) {
  const editor = document.createElement("div");
  editor.className = "chip-field";
  Object.assign(editor, { contentEditable: "plaintext-only", lang: field.lang, tabIndex: 0 });
  editor.setAttribute("role", "textbox");
  editor.setAttribute("aria-multiline", "true");
  const label = field.labels[0];
  label.id = `${field.id}_label`;
  label.removeAttribute("for");
  label.addEventListener("click", () => editor.focus());
  editor.setAttribute("aria-labelledby", label.id);
  for (const name of ["aria-describedby", "aria-invalid"]) {
    if (field.hasAttribute(name)) editor.setAttribute(name, field.getAttribute(name));
  }
  return editor;
}

// Puts an editor with chips in the place of each field for a reason in `root`.
export function enhance(root = document) {
  for (const field of root.querySelectorAll("textarea[data-numbers]")) {
    const editor = editorOf(field);
    write(editor, field.value);
    field.hidden = true;
    field.removeAttribute("id");
    field.after(editor);
    last = editor;
    editor.addEventListener("focus", () => { last = editor; });
    editor.addEventListener("input", () => {
      field.value = read(editor);
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
    // What was typed or pasted for a number becomes a chip once the field is left.
    editor.addEventListener("blur", () => editor.isConnected && write(editor, read(editor)));
  }
  for (const code of root.querySelectorAll("code[data-number]")) {
    const button = document.createElement("button");
    button.className = "chip";
    Object.assign(button, { type: "button", textContent: code.dataset.label });
    Object.assign(button.dataset, code.dataset);
    const name = document.createElement("span");
    name.className = "visually-hidden";
    name.textContent = `: ${code.dataset.name}`;
    button.append(name);
    button.addEventListener("click", () => insert(button));
    // The cursor stays in the field.
    button.addEventListener("mousedown", (event) => event.preventDefault());
    code.replaceWith(button);
  }
}

function insert({ dataset }) {
  if (!last?.isConnected) return;
  const made = chip(dataset[`typed_${last.lang}`], dataset[`shown_${last.lang}`]);
  const selection = getSelection();
  if (!selection.rangeCount || !last.contains(selection.anchorNode)) {
    last.append(made);
  } else {
    const range = selection.getRangeAt(0);
    range.deleteContents();
    range.insertNode(made);
  }
  selection.collapse(made.parentNode, [...made.parentNode.childNodes].indexOf(made) + 1);
  last.focus();
  last.dispatchEvent(new Event("input", { bubbles: true }));
}

enhance();
