// Words that are not saved yet, kept in the browser's own store until they are. They are thrown away
// when somebody signs out (masthead-menus.js).

const prefix = "unsaved:";

// What a use of the store gives; nothing where there is none, or where it is full.
function stored(use) {
  try {
    return use(localStorage);
  } catch {
    return undefined;
  }
}

export const keep = (place, words) => stored((store) => store.setItem(prefix + place, JSON.stringify(words)));
export const drop = (place) => stored((store) => store.removeItem(prefix + place));

export const kept = (proposal) => stored((store) => Object.keys(store)
  .filter((key) => key.startsWith(`${prefix}${proposal}|`))
  .map((key) => ({ place: key.slice(prefix.length), ...JSON.parse(store.getItem(key)) }))) ?? [];
