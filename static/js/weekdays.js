// Shows each day in words with its weekday, beside its field, as it is entered.
"use strict";

const japanese = document.documentElement.lang.startsWith("ja");
const words = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "full", timeZone: "UTC" });
const weekday = new Intl.DateTimeFormat("ja", { weekday: "short", timeZone: "UTC" });
const inWords = (day) =>
  japanese
    ? `${day.getUTCFullYear()}年${day.getUTCMonth() + 1}月${day.getUTCDate()}日（${weekday.format(day)}）`
    : words.format(day);

for (const field of document.querySelectorAll("input[type=date]")) {
  const shown = document.createElement("span");
  shown.className = "weekday";
  const show = () => { shown.textContent = field.valueAsDate ? inWords(field.valueAsDate) : ""; };
  field.after(shown);
  field.addEventListener("input", show);
  show();
}
