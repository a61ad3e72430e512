// Says of each day in words what it is, its weekday with it, as it is entered.
"use strict";

const words = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "full", timeZone: "UTC" });

for (const field of document.querySelectorAll("input[type=date]")) {
  const shown = document.createElement("span");
  shown.className = "weekday";
  const say = () => { shown.textContent = field.valueAsDate ? words.format(field.valueAsDate) : ""; };
  field.after(shown);
  field.addEventListener("input", say);
  say();
}
