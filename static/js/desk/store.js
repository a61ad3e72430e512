// Words that are not saved yet, kept in the browser's own store until they are. They are thrown away
// when somebody signs out (masthead-menus.js).

const prefix = "unsaved:";

export function keep(place, words) {
  try {
    localStorage.setItem(prefix + place, JSON.stringify({ ...words, at: Date.now() }));
  } catch { /* no store, or a full one: the words are still in the page */ }
}

export function drop(place) {
  try {
    localStorage.removeItem(prefix + place);
  } catch { /* nothing was kept */ }
}

export function kept(proposal) {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(`${prefix}${proposal}|`))
      .map((key) => ({ place: key.slice(prefix.length), ...JSON.parse(localStorage.getItem(key)) }));
  } catch {
    return [];
  }
}
