/* The article's form loses no word: the browser keeps the text every second, the server every ten, and of several forms
 * of one article one writes. What is said to the person stands in the page's template. */

import { board } from "./board.js";
import * as device from "./device.js";
import { download } from "./download.js";
import { announce, forget, goneBefore } from "./forms.js";
import { setTypable, setWritable } from "./lock.js";
import { isUndecided, offerTexts } from "./offers.js";
import { post, postWhileLeaving, renew } from "./server.js";
import { fieldsOf, signatureOf, wordsOf } from "./typed.js";

const A_SECOND = 1000;
const LONGEST_WAIT = 60;
// How long the disk may take before the server is asked all the same, and the server before a press counts as undone.
const DISK = 1000;
const ANSWER = 30_000;

function start(form, root) {
  const data = root.dataset;
  const page = {
    root,
    user: data.user,
    article: data.article,
    key: data.key,
    addresses: JSON.parse(data.addresses),
    saved: JSON.parse(data.saved),
    list: data.list,
    places: document.querySelector("[data-offers]"),
    wordsOfForm: { yes: data.yes, no: data.no },
    clock: { now: Number(data.now), zone: data.zone, at: data.at },
    action: (record) => (record.article ? form.action : location.pathname),
    onDecided: () => speak(),
    get tokens() { return page.addresses.token; },
  };
  const ahead = Number(data.now) - Date.now();
  const beat = Number(data.beat) * A_SECOND;
  const keyField = form.elements.namedItem("form_key");
  const knownField = form.elements.namedItem("known");
  keyField.value = page.key;

  const state = {
    signature: signatureOf(fieldsOf(form)),
    version: 0, // of what was typed
    kept: 0, // the version that this device has
    keptTaken: true, // and whether it knows that the server has it
    taken: 0, // the version that the server has
    canKeep: true,
    holds: null,
    gone: "", // why the server takes nothing any more
    trouble: "", // why it takes nothing now
    wait: 0,
    next: 0,
    returns: "returns" in data, // the form was left and is back, and the server has not heard of it
    said: {},
    replaces: [], // forms of this browser whose place this one takes
    isPressed: false, // a button was, and what it needs is made ready
    isSending: false, // the page is about to go
    isPassing: false, // a press that was looked at already
  };
  let flight = null;
  const { show, tell } = board(root, state);

  function notice() {
    if (form.classList.contains("is-read-only")) return;
    const signature = signatureOf(fieldsOf(form));
    if (signature === state.signature) return;
    state.signature = signature;
    state.version += 1;
  }

  async function keepHere() {
    notice();
    const { version } = state;
    const isTaken = version === state.taken;
    if (version === state.kept && isTaken === state.keptTaken) return;
    const fields = fieldsOf(form);
    try {
      await device.keep({
        key: page.key,
        user: page.user,
        article: page.article,
        known: knownField.value,
        isTaken,
        at: Date.now() + ahead,
        fields,
        words: wordsOf(form, page.wordsOfForm),
        title: (fields.headline || data.title).slice(0, 120),
      });
      state.kept = version;
      state.keptTaken = isTaken;
      state.canKeep = true;
    } catch {
      state.canKeep = false;
    }
  }

  const keepSoon = () => Promise.race([keepHere(), new Promise((resolve) => setTimeout(resolve, DISK))]);
  const identity = () => ({ key: page.key, user: page.user, article: page.article });
  const isUnsent = () => state.version > state.taken;
  const ourselves = () => [
    ["form_key", page.key],
    ["base", form.elements.namedItem("base").value],
    ...state.replaces.map((key) => ["replaces", key]),
    ...(state.returns ? [["returns", "1"]] : []),
  ];
  const everything = () => [...Object.entries(fieldsOf(form)), ["form_key", page.key], ["known", knownField.value]];

  /* One request at a time; whoever asks meanwhile waits for it. */
  function speak() {
    flight ??= say().finally(() => {
      flight = null;
      show();
    });
    return flight;
  }

  async function say() {
    await keepSoon();
    show();
    if (state.gone && !(await isBack())) return;
    const sends = isUnsent() && !isUndecided();
    if (!sends && !page.addresses.presence) return;
    const { version } = state;
    try {
      const pairs = sends ? [...everything(), ...ourselves()] : ourselves();
      const said = await post(sends ? page.addresses.autosave : page.addresses.presence, pairs, page);
      hear(said, sends ? version : null);
    } catch {
      stumble("offline");
    }
  }

  function stumble(trouble) {
    state.trouble = trouble;
    state.wait = Math.min(state.wait * 2 || 2, LONGEST_WAIT);
    state.next = Date.now() + state.wait * A_SECOND;
  }

  function hear(said, version) {
    if (said.state === "failing") return stumble("failing");
    state.next = Date.now() + beat;
    state.wait = 0;
    state.trouble = "";
    if (["signed_out", "refused", "other_person", "unknown"].includes(said.state)) {
      state.gone = said.state;
      return null;
    }
    if (said.state === "closed") return location.reload();
    if (said.article) begin(said);
    if (said.known) knownField.value = said.known;
    if (version !== null && said.state !== "unseen") state.taken = Math.max(state.taken, version);
    state.said = { ...state.said, newer: "", unseen: "", ...said };
    if ("holds" in said) hold(said);
    state.returns = false;
    forget(state.replaces.splice(0));
    return null;
  }

  /* The server has made an article of a form that had none: the form goes on as that article's. */
  function begin(said) {
    page.article = String(said.article);
    announce(identity());
    page.addresses = said.addresses;
    form.action = said.action;
    form.elements.namedItem("base").value = said.base;
    form.elements.namedItem("seen").value = said.seen;
    history.replaceState(history.state, "", said.action);
    state.kept = -1;
  }

  function hold({ holds }) {
    if (holds === state.holds) return;
    const waited = state.holds === false;
    state.lost ||= state.holds === true && !holds;
    state.holds = holds;
    if (holds) state.lost = false;
    // Somebody saved while this form only read: it shows theirs before it writes.
    const isStale = holds && waited && state.said.newer && !isUnsent() && state.version === 0;
    if (isStale) leaveFor(() => location.reload());
    setWritable(form, holds && !isStale);
    page.places.hidden = !holds;
  }

  function leaveFor(act) {
    state.isSending = true;
    act();
  }

  /* After signing in again in another tab. */
  async function isBack() {
    try {
      const said = await renew(page.tokens, page.user);
      state.next = Date.now() + beat;
      state.gone = said.state === "ok" ? "" : said.state;
    } catch {
      stumble("offline");
    }
    return !state.gone;
  }

  async function takeOver() {
    if (flight) await flight;
    flight = post(page.addresses.take_over, ourselves(), page).then((said) => hear(said, null), () => stumble("offline"));
    await flight;
    flight = null;
    show();
    speak();
  }

  /* Before the page goes with a pressed button: the disk has it all, and the server is there to take it. */
  async function submit(event) {
    if (state.isPassing) return;
    event.preventDefault();
    if (state.holds === false || state.isPressed || state.isSending) return;
    state.isPressed = true;
    await keepSoon();
    if (state.gone || state.trouble || !navigator.onLine) await speak();
    else if (flight) await flight;
    if (state.gone || state.trouble || state.holds === false) {
      state.isPressed = false;
      tell("unsent");
      return;
    }
    state.isSending = true;
    setTimeout(stay, ANSWER);
    // In a task of its own: a form that is still telling of one press ignores the next.
    setTimeout(() => send(event.submitter));
  }

  function send(button) {
    state.isPassing = true;
    form.requestSubmit(button);
    state.isPassing = false;
    form.classList.add("is-sending");
    setTypable(form, false);
  }

  async function handOver() {
    notice();
    if (isUnsent()) await speak();
    await keepSoon();
    if (page.addresses.leave) await post(page.addresses.leave, ourselves(), page).catch(() => {});
  }

  /* A navigation that did not happen, or a page that the browser brings back. */
  function stay() {
    state.isSending = false;
    state.isPressed = false;
    state.returns = true;
    state.next = 0;
    form.classList.remove("is-sending");
    if (state.holds !== false) setTypable(form, true);
  }

  function leaving() {
    if (state.isSending || !page.addresses.leave) return;
    notice();
    const sends = isUnsent() && !isUndecided() && !state.gone;
    const text = [...everything(), ...ourselves(), ["leaving", "1"]];
    if (sends && postWhileLeaving(page.addresses.autosave, text, page.user)) return;
    postWhileLeaving(page.addresses.leave, ourselves(), page.user);
  }

  async function tick() {
    await keepSoon();
    show();
    if (!state.isSending && Date.now() >= state.next) speak();
  }

  async function open() {
    announce(identity());
    if (data.unsaved) state.version = 1;
    const timer = setInterval(keepHere, A_SECOND);
    state.replaces = await goneBefore(identity());
    clearInterval(timer);
    setInterval(tick, A_SECOND);
    speak();
    offerTexts(form, page);
  }

  form.addEventListener("submit", submit);
  document.addEventListener("visibilitychange", () => speak());
  addEventListener("blur", () => isUnsent() && speak());
  addEventListener("online", () => speak());
  addEventListener("offline", () => { state.trouble = "offline"; show(); });
  addEventListener("pagehide", leaving);
  addEventListener("pageshow", (event) => event.persisted && stay());
  root.querySelector("[data-take-over]").addEventListener("click", takeOver);
  root.querySelector("[data-download]").addEventListener("click", () => download(fieldsOf(form), data.title));
  root.querySelector("[data-reload]").addEventListener("click", () => leaveFor(() => location.reload()));
  // Signing out on this page: the server has the text first.
  document.addEventListener("signing-out", (event) => event.detail.push(handOver()));
  open();
}

const form = document.querySelector("form.desk");
const root = form?.querySelector("[data-keeping]");
if (root) start(form, root);
