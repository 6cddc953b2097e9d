/* Texts that were typed and not saved, offered when the form is opened again: that of the server, which the page holds
 * already, and those that this browser kept. Nothing is taken without a press. */

import * as device from "./device.js";
import { difference } from "./difference.js";
import { download } from "./download.js";
import { isGone } from "./forms.js";
import { post, token } from "./server.js";
import { fieldsOf, labelsOf, signatureOf, textOf, wordsOf } from "./typed.js";

const A_WEEK = 6 * 24 * 3600 * 1000;

/* « mercredi à 12:03 », and the day of the month for what is older than a week. */
function whenWords(at, { now, zone, at: joined }) {
  const language = document.documentElement.lang.startsWith("en") ? "en-GB" : document.documentElement.lang;
  const written = (options) => new Intl.DateTimeFormat(language, { timeZone: zone, ...options }).format(at);
  const day = now - at < A_WEEK ? { weekday: "long" } : { weekday: "long", day: "numeric", month: "long" };
  const hour = written({ hour: "2-digit", minute: "2-digit", hour12: false });
  return joined.replace("{day}", written(day)).replace("{hour}", hour);
}

function compare(offer, before, after, labels) {
  const list = offer.querySelector("[data-differences]");
  const names = Object.keys(after).filter((name) => name in before && name in labels && before[name] !== after[name]);
  for (const name of names) {
    const term = document.createElement("dt");
    const text = document.createElement("dd");
    term.textContent = labels[name];
    text.append(difference(before[name], after[name]));
    list.append(term, text);
  }
  offer.querySelector("details").hidden = names.length === 0;
}

/* The form as it was, shown by the server, which saves nothing by it. */
function resume(record, action) {
  const sent = document.createElement("form");
  sent.method = "post";
  sent.action = action;
  const fields = { ...record.fields, csrfmiddlewaretoken: token(), step: "resume", form_key: record.key, known: record.known };
  for (const [name, value] of Object.entries(fields)) {
    const field = document.createElement("input");
    field.type = "hidden";
    field.name = name;
    field.value = value;
    sent.append(field);
  }
  document.body.append(sent);
  sent.submit();
}

function local(record, page) {
  const offer = page.root.querySelector("template[data-offer]").content.firstElementChild.cloneNode(true);
  const place = offer.querySelector("[data-when]");
  place.textContent = place.textContent.replace("{when}", whenWords(record.at, page.clock));
  offer.querySelector("[data-title]").textContent = page.article ? "" : record.title;
  compare(offer, page.words, record.words, page.labels);
  offer.querySelector("[data-resume]").addEventListener("click", () => resume(record, page.action(record)));
  offer.querySelector("[data-download]").addEventListener("click", () => download(record.fields, record.title));
  page.places.append(offer);
  return offer;
}

function discarding(offer, page, act) {
  offer.querySelector("[data-discard]").addEventListener("click", async (event) => {
    event.preventDefault();
    event.target.disabled = true;
    try {
      await act();
      offer.remove();
      page.onDecided();
    } catch {
      event.target.disabled = false;
      offer.querySelector("[data-failed]").hidden = false;
    }
  });
}

async function discardOnServer(at, page) {
  const said = await post(page.addresses.discard, [["at", at]], page);
  if (said.state !== "ok") throw new Error(said.state);
  if (said.is_gone) location.assign(page.list);
}

function onServer(page) {
  const offer = page.places.querySelector("[data-offer-of-server]");
  if (!offer) return null;
  const texts = JSON.parse(document.getElementById("unsaved-texts").textContent);
  compare(offer, page.words, { ...texts, body: textOf(texts.body) }, page.labels);
  discarding(offer, page, () => discardOnServer(offer.dataset.at, page));
  return offer;
}

function isOfThisPlace(record, page) {
  return page.article ? record.article === page.article : !record.article;
}

/* Whether the server's text is still to be decided upon: until then nothing may take its place. */
export const isUndecided = () => Boolean(document.querySelector("[data-offer-of-server]"));

/* A text that a form left in this browser; removed when the article has it, or when this form says the same. */
async function offerLeft(record, form, page, server) {
  const known = server?.dataset.formKey;
  const isHere = isOfThisPlace(record, page) || (known && record.key === known);
  // A browser that cannot tell offers what an open tab may hold: better twice than never.
  if (!(await isGone(record.key))) return;
  const isDone = page.saved.includes(record.key) || (isHere && signatureOf(record.fields) === signatureOf(fieldsOf(form)));
  if (isDone) await device.remove(record.key);
  if (isDone || !isHere) return;
  const isNewer = Boolean(known) && record.key === known && server.isConnected;
  // The browser keeps a text before it sends it: what it has of a form is never older than what the server has.
  if (isNewer) {
    record.known = server.dataset.at;
    server.hidden = true;
  }
  const offer = local(record, page);
  discarding(offer, page, async () => {
    if (isNewer) await discardOnServer(server.dataset.at, page);
    await device.remove(record.key);
    if (isNewer) server.remove();
  });
}

/* Shows what there is, the newest first. ``page.onDecided`` is called after each choice. */
export async function offerTexts(form, page) {
  page.words = wordsOf(form, page.wordsOfForm);
  page.labels = labelsOf(form);
  const server = onServer(page);
  const records = (await device.all(page.user).catch(() => [])).filter(({ key }) => key !== page.key);
  for (const record of records.sort((one, other) => other.at - one.at)) offerLeft(record, form, page, server);
}
