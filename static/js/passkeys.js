/* Passkeys: forms marked ``data-passkey`` make one (add), show one (use), or sign in with one (sign-in). What the
 * browser and the server tell each other is JSON with bytes in base64url, as the standard writes it. */

const bytes = (text) =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (character) => character.charCodeAt(0));

const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");

const known = (keys) => (keys ?? []).map((key) => ({ ...key, id: bytes(key.id) }));

async function made({ publicKey }) {
  const credential = await navigator.credentials.create({
    publicKey: {
      ...publicKey,
      challenge: bytes(publicKey.challenge),
      user: { ...publicKey.user, id: bytes(publicKey.user.id) },
      excludeCredentials: known(publicKey.excludeCredentials),
      // The key alone signs in: the device keeps whose it is, and asks who is there.
      authenticatorSelection: { residentKey: "required", requireResidentKey: true, userVerification: "required" },
    },
  });
  const { clientDataJSON, attestationObject } = credential.response;
  return said(credential, { clientDataJSON, attestationObject });
}

async function shown({ publicKey }) {
  const credential = await navigator.credentials.get({
    publicKey: {
      ...publicKey,
      challenge: bytes(publicKey.challenge),
      allowCredentials: known(publicKey.allowCredentials),
    },
  });
  const { clientDataJSON, authenticatorData, signature, userHandle } = credential.response;
  return said(credential, { clientDataJSON, authenticatorData, signature, userHandle });
}

function said(credential, parts) {
  const response = {};
  for (const [name, buffer] of Object.entries(parts)) if (buffer) response[name] = text(buffer);
  return {
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    response,
    clientExtensionResults: credential.getClientExtensionResults(),
  };
}

/* On the page, but for signing in: there they are asked for at the press, so that an old page can sign in as well. */
async function options(form) {
  if (form.dataset.passkey !== "sign-in") {
    const page = JSON.parse(document.querySelector("#passkey-options").textContent);
    return page.creation_options ?? page.request_options;
  }
  const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error("The site did not answer.");
  return (await answer.json()).request_options;
}

async function perform(form) {
  const asked = await options(form);
  return form.dataset.passkey === "add" ? made(asked) : shown(asked);
}

async function send(form) {
  const trouble = form.querySelector("[data-passkey-trouble]");
  trouble.textContent = "";
  try {
    form.elements.credential.value = JSON.stringify(await perform(form));
  } catch (error) {
    // The person or the device said no; anything else is the way to the site.
    const { refused, failed = refused } = trouble.dataset;
    trouble.textContent = error instanceof DOMException ? refused : failed;
    return;
  }
  form.submit();
}

for (const form of window.PublicKeyCredential ? document.querySelectorAll("[data-passkey]") : []) {
  form.hidden = false;
  form.querySelector("[type=submit]").hidden = false;
  form.querySelector("[data-passkey-missing]")?.remove();
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send(form);
  });
}
