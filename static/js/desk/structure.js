// The paragraphs and items of a wording by the labels that its lines begin with. `lists` has, for
// paragraphs, items and sub-items, what each begins with: ["", "2 ", "3 "], ["(1) ", "(2) "], …

// For each line its level and its count in its list; level -1 for a line that goes on with the one before.
export function parse(lines, lists) {
  return lines.map((line, at) => {
    let found = { level: -1, count: 0, length: 0 };
    lists.forEach((labels, level) => labels.forEach((label, place) => {
      const bare = label.trim();
      const length = line.startsWith(label) ? label.length : line.trimEnd() === bare ? line.length : 0;
      if (bare && length > found.length) found = { level, count: place + 1, length };
    }));
    return at === 0 && found.level < 0 && lists[0]?.[0] === "" ? { level: 0, count: 1, length: 0 } : found;
  });
}

// Whether every list counts from one without a gap: only then are labels renewed by themselves.
export function isRegular(lines, lists) {
  return parse(lines, lists).every((one, at, all) => one.level < 0 || one.count === counted(all, at));
}

function counted(all, at) {
  let count = 1;
  for (let before = at - 1; before >= 0 && (all[before].level < 0 || all[before].level >= all[at].level); before--) {
    if (all[before].level === all[at].level) count += 1;
  }
  return count;
}

// The lines with their labels counted anew; `levels` says where a line is put on another level.
export function renumbered(lines, lists, levels = new Map()) {
  const all = parse(lines, lists).map((one, at) => ({ ...one, level: levels.get(at) ?? one.level }));
  return lines.map((line, at) => {
    if (all[at].level < 0) return line;
    return (lists[all[at].level][counted(all, at) - 1] ?? "") + line.slice(all[at].length);
  });
}

// The level of the paragraph or item that a line belongs to.
export function levelAt(lines, lists, at) {
  const all = parse(lines, lists);
  for (let place = at; place >= 0; place--) if (all[place].level >= 0) return all[place].level;
  return 0;
}

// What is pasted from Word or a page: its lists keep their labels, its lines stay lines.
export function pasted(data, lists) {
  const html = data.getData("text/html");
  const text = data.getData("text/plain").replace(/\r\n?/g, "\n");
  if (!html.includes("<li")) return text.replace(/\t/g, " ").replace(/\n+$/, "");
  const page = new DOMParser().parseFromString(html, "text/html");
  const lines = [];
  for (const block of page.body.querySelectorAll("p, li, h1, h2, h3, div")) {
    if (block.querySelector("p, li, div")) continue;
    const own = block.textContent.replace(/\s+/g, " ").trim();
    const item = block.closest("ol > li");
    const label = item ? lists[1]?.[[...item.parentNode.children].indexOf(item)] ?? "" : "";
    if (own) lines.push(label + own);
  }
  return lines.join("\n");
}
