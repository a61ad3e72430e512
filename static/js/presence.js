// Who else is at the table, and in which cell; what they saved appears without a reload.

import { openCell } from "./desk/cell.js";
import { post } from "./desk/server.js";
import { act, say } from "./desk/table.js";

const EVERY = 4000;
const desk = document.getElementById("desk").dataset;

async function look() {
  if (document.hidden) return;
  const answer = await post("presence", { key: openCell()?.key ?? "", cell_language: openCell()?.cell_language ?? "" });
  if (answer.refusal) return say(answer.refusal, true);
  if (answer.stamp !== desk.stamp) await act({ do: "sync" });
  show(answer.here);
}

function show(people) {
  for (const old of document.querySelectorAll(".here")) old.remove();
  for (const { who, key, language } of people) {
    const row = key && (document.getElementById(`row-${key}-${language}`) ?? document.getElementById(`row-${key}`));
    const tools = row && row.querySelector(".row-tools");
    const made = document.createElement(tools ? "p" : "span");
    made.className = "here";
    made.textContent = tools ? who : `${desk.also} ${who}`;
    (tools || document.querySelector(".bar-end")).prepend(made);
  }
}

// What cannot be asked now is asked again; a lost connection is told where something is to be saved.
setInterval(() => look().catch(() => {}), EVERY);
look().catch(() => {});
