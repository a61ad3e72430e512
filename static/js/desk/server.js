// What is asked of the server and sent to it. One sending after the other, so that none overtakes
// an earlier one; what fails for want of a connection is told, and tried again.

const desk = document.getElementById("desk").dataset;
export const language = desk.language;
let queue = Promise.resolve();

export class Refusal extends Error {
  constructor(answer, status) {
    super(answer.sentence ?? "");
    Object.assign(this, { answer, status });
  }
}

async function answered(response) {
  if (response.redirected || !response.headers.get("content-type")?.includes("json")) throw new Error("no answer");
  const answer = await response.json();
  if (!response.ok) throw new Refusal(answer, response.status);
  return answer;
}

const address = (name) => `${desk.address}${name}/?${desk.query}`;

export async function ask(name, query = {}) {
  return answered(await fetch(`${address(name)}&${new URLSearchParams(query)}`, { headers: { Accept: "application/json" } }));
}

export async function post(name, values, options = {}) {
  const body = new URLSearchParams(values);
  body.set("csrfmiddlewaretoken", desk.token);
  return answered(await fetch(address(name), { method: "POST", body, ...options }));
}

// `values` gives what is sent at the moment when it is its turn.
export function send(name, values, options = {}) {
  const sent = queue.then(() => post(name, values(), options));
  queue = sent.catch(() => {});
  return sent;
}
