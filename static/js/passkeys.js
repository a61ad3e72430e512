// Asks the browser to make a passkey, or to show that it has one, and sends the answer.

const form = document.querySelector("form[data-passkey]");

async function ask(options) {
  if (form.dataset.passkey === "create") {
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options.creation_options.publicKey);
    return navigator.credentials.create({ publicKey });
  }
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options.request_options.publicKey);
  return navigator.credentials.get({ publicKey });
}

async function send() {
  const options = JSON.parse(document.getElementById("passkey-options").textContent);
  try {
    form.elements.credential.value = JSON.stringify(await ask(options));
  } catch {
    form.querySelector("[role=alert]").hidden = false;
    return;
  }
  form.submit();
}

if (form) {
  form.hidden = false;
  form.querySelector("button[type=button]").addEventListener("click", send);
}
