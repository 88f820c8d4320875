// A page with a calculator: carries values from the form to Python and the answer back. No rules and no wording here.

import { PythonEngine } from "./python-engine.js";

const HIDDEN_FOR_LONG_MS = 10 * 60_000; // after this Python gives back its memory
const SLOW_MS = 300;

const list = document.getElementById("rekenmotor");
const engine = new PythonEngine(
  JSON.parse(list.textContent),
  new URL(list.dataset.map, document.baseURI),
  (loaded, total) => showProgress(loaded, total),
);

let page, form, output, title;
let carried = new URLSearchParams(); // keys of the fragment that this form has no field for
let isExample = true; // the form still shows the published example
let isPublished = true; // the outcome in the page is still the built one
let isOwn = false; // the reader has filled in something, or followed a link with values
let questions = 0; // how often something was asked; an answer to an older question is dropped
let lastQuestion = () => {};
let retry = () => {}; // what "try again" does: the last question, and the download that failed
let shown = ""; // the outcome in the page as it was given; before the first answer, as the browser writes it

const find = (selector) => page.querySelector(selector);
let all = []; // the fields of the form; they never change
const fields = () => all;

// --- from the page to Python ------------------------------------------------------------------------------------

const isPrivate = (field) => field.hasAttribute("data-niet-in-link");

function query() {
  const asked = new URLSearchParams(carried);
  const hidden = new Set(fields().filter(isPrivate).map((field) => field.name));
  for (const [key, value] of new FormData(form)) if (value && !hidden.has(key)) asked.append(key, value);
  return asked.toString();
}

/** Names and remarks: Python gets them apart from what may stand in a link. */
function privately() {
  return new URLSearchParams(fields().filter(isPrivate).map((field) => [field.name, field.value])).toString();
}

function today() {
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  return `${String(now.getFullYear()).padStart(4, "0")}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function fragmentWithValues() {
  return location.hash.includes("=") ? location.hash.slice(1) : "";
}

/** Asks Python and shows the answer. A fragment is asked literally; its values are then put into the form. */
async function ask({ fragment = null, submitted = false, visibly = true } = {}) {
  lastQuestion = retry = () => ask({ fragment, submitted, visibly: true });
  const mine = ++questions;
  form.dataset.status = "laadt";
  find("[data-storing]").hidden = true;
  const slow = setTimeout(() => {
    if (mine !== questions) return;
    output.toggleAttribute("data-bezig", true);
    markOld(isOwn);
    find("[data-laden]").hidden = !visibly || engine.isReady;
  }, SLOW_MS);
  try {
    const answer = JSON.parse(await engine.call("respond", form.dataset.rekenhulp, fragment ?? query(), today(), privately()));
    if (mine !== questions) return;
    show(answer, fragment !== null, submitted);
    form.dataset.status = "klaar";
  } catch (error) {
    if (mine !== questions) return;
    console.error(error);
    form.dataset.status = "fout";
    markOld(isOwn);
    find("[data-storing]").hidden = false;
  } finally {
    clearTimeout(slow);
    if (mine === questions) endWaiting();
  }
}

function endWaiting() {
  output.removeAttribute("data-bezig");
  find("[data-laden]").hidden = true;
}

// --- from Python to the page ------------------------------------------------------------------------------------

function show(answer, fillIn, submitted) {
  if (fillIn) {
    fields().forEach((field) => isPrivate(field) || put(field, answer.invoer[field.name] ?? ""));
    forgetExample();
  }
  const known = new Set(fields().map((field) => field.name));
  carried = new URLSearchParams([...new URLSearchParams(answer.fragment)].filter(([key]) => !known.has(key)));
  if (isOwn) writeAddress(answer.fragment); // before anything changes: the browser draws the page anew for it
  for (const [key, { fout, gelezen }] of Object.entries(answer.velden)) showField(key, fout, gelezen);
  showFirstSentence(answer.hoofdzin);
  markOld(answer.uitkomst === null);
  if (answer.uitkomst !== null) showOutcome(answer.uitkomst);
  showSummary(answer.samenvatting, submitted);
  showHtml(find("[data-melding]"), answer.melding);
  document.title = answer.titel + title;
  openGroups(answer.velden);
  if (submitted && answer.samenvatting) find("[data-samenvatting]").focus();
  else if (submitted) find("[data-hoofdzin]").scrollIntoView({ block: "nearest" });
}

/** Leaves the outcome alone when it is the same: the reader may have opened or ticked something in it. */
function showOutcome(html) {
  output.hidden = false;
  if (isOwn) hideExampleMarks(output);
  if (html === shown) return;
  const fresh = document.createElement("template");
  fresh.innerHTML = html;
  const same = isPublished && fresh.innerHTML === shown;
  isPublished = false;
  shown = html;
  if (!same) find("[data-uitkomst-inhoud]").replaceChildren(fresh.content);
}

function showFirstSentence(text) {
  showText(find("[data-hoofdzin]"), text);
  showText(find("[data-hoofdzin-kopie]"), text);
}

/** Says beside the answer that it belongs to other values than those in the form. */
function markOld(isOld) {
  output.toggleAttribute("data-oud", isOld);
  find("[data-oud-zin]").hidden = !isOld;
}

/** Its first line is said aloud too, but not when the whole summary gets the focus. */
function showSummary(html, getsFocus) {
  const summary = find("[data-samenvatting]");
  showHtml(summary, html);
  showText(find("[data-telling]"), getsFocus ? "" : summary.querySelector("h2")?.textContent ?? "");
}

function hideExampleMarks(part) {
  for (const mark of part.querySelectorAll("[data-voorbeeld]")) mark.hidden = true;
}

function showField(key, error, reading) {
  const text = document.getElementById(`fout-${key}`);
  if (!text) return;
  const read = document.getElementById(`gelezen-${key}`);
  if (read) showText(read, reading);
  if (text.textContent === error) return;
  text.textContent = error;
  text.hidden = !error;
  find(`[data-veld="${CSS.escape(key)}"]`)?.toggleAttribute("data-heeft-fout", Boolean(error));
  for (const field of fields()) {
    if (field.name !== key) continue;
    if (error) field.setAttribute("aria-invalid", "true");
    else field.removeAttribute("aria-invalid");
  }
}

/** Writes a text only when it changes, so that a screen reader does not hear it twice. */
function showText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

function showHtml(element, html) {
  element.hidden = !html; // first: a screen reader tells what changes in something visible
  element.innerHTML = html;
}

function put(field, value) {
  if (field.type === "radio" || field.type === "checkbox") field.checked = field.value === value;
  else if (field.type === "select-one") field.value = value || firstChoice(field);
  else field.value = value;
}

/** A choice is never blank: without a value it shows its own default, marked in the published page. */
function firstChoice(field) {
  return field.dataset.standaard ?? "";
}

function openGroups(found) {
  for (const group of page.querySelectorAll("[data-groep]")) {
    const inside = fields().filter((field) => group.contains(field));
    const filled = inside.some((field) => !field.closest("[data-behoud]") && hasOwnValue(field));
    if (inside.some((field) => found[field.name]?.fout) || (isOwn && filled)) group.open = true;
  }
}

function hasOwnValue(field) {
  if (field.type === "radio") return field.checked && !field.defaultChecked;
  if (field.type === "select-one") return ![...field.options].some((option) => option.selected && option.defaultSelected) && field.value !== "";
  return field.value !== "";
}

function writeAddress(fragment) {
  history.replaceState(null, "", location.pathname + location.search + (fragment && `#${fragment}`));
}

function showProgress(loaded, total) {
  if (!page) return;
  const megabytes = (bytes) => (bytes / 1e6).toLocaleString("nl-NL", { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const text = find("[data-laadtekst]");
  find("[data-laden] progress").value = (100 * loaded) / total;
  showText(text, text.dataset.tekst.replace("{geladen}", megabytes(loaded)).replace("{totaal}", megabytes(total)));
}

// --- what the reader does ---------------------------------------------------------------------------------------

function forgetExample() {
  isExample = false;
  isOwn = true;
  hideExampleMarks(form); // the one beside the answer goes with the example's answer
}

function onChange({ target }) {
  if (!target.name) return;
  if (isExample) {
    const others = fields().filter((field) => field.name !== target.name && !field.closest("[data-behoud]"));
    others.forEach((field) => put(field, ""));
  }
  forgetExample();
  ask();
}

function onSubmit(event) {
  event.preventDefault();
  ask({ submitted: true });
}

function clearAll() {
  questions += 1; // an answer still under way is about values that are gone
  fields().forEach((field) => put(field, ""));
  fields().forEach((field) => showField(field.name, "", ""));
  carried = new URLSearchParams();
  forgetExample();
  writeAddress("");
  showFirstSentence("");
  showSummary("");
  showHtml(find("[data-melding]"), "");
  find("[data-storing]").hidden = true;
  endWaiting();
  document.title = title;
  fields()[0].focus();
  if (form.hasAttribute("data-leeg-mag")) return ask();
  output.hidden = true; // there is no answer to an empty form
  form.dataset.status = "klaar";
}

async function download(button) {
  try {
    await takeAlong(button);
  } catch (error) {
    console.error(error);
    retry = async () => {
      await lastQuestion();
      await download(button);
    };
    find("[data-storing]").hidden = false;
  }
}

async function takeAlong(button) {
  const chosen = [...page.querySelectorAll("[data-kies]:checked")].map((box) => box.value).join(",");
  const name = form.dataset.rekenhulp;
  const file = JSON.parse(await engine.call("download", name, button.dataset.download, query(), today(), chosen, privately()));
  if (file.fouten) return ask({ submitted: true }); // there is no file of wrong values: shows what is wrong
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content(file)], { type: file.type }));
  link.download = file.naam;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function content(file) {
  return file.base64 ? Uint8Array.from(atob(file.inhoud), (sign) => sign.charCodeAt(0)) : file.inhoud;
}

function onClick(event) {
  const button = event.target.closest("button, a[href^='#']");
  if (!button) return;
  if (button.matches("a")) {
    if (button.getAttribute("href").includes("=")) return; // an example: it fills in the form
    event.preventDefault(); // following it would put the reader's values out of the address
    goTo(button.getAttribute("href").slice(1));
  } else if (button.matches("[data-wis]")) clearAll();
  else if (button.matches("[data-opnieuw]")) retry();
  else if (button.matches("[data-download]")) download(button);
  else if (button.matches("[data-afdrukken]")) window.print();
}

/** Goes to a part of the page, opens what it is folded in, and gives it the focus. */
function goTo(id) {
  const target = document.getElementById(id);
  if (!target) return;
  for (let folded = target.closest("details"); folded; folded = folded.parentElement.closest("details")) folded.open = true;
  const inside = target.querySelector("details");
  if (inside) inside.open = true;
  const focused = target.matches("input, select, textarea") ? target : target.querySelector("summary") ?? target;
  if (focused === target && target.tabIndex < 0) target.tabIndex = -1;
  focused.focus();
  target.scrollIntoView({ block: "nearest" });
}

// --- start ------------------------------------------------------------------------------------------------------

function startFromAddress() {
  const fragment = fragmentWithValues();
  if (fragment) ask({ fragment });
  return Boolean(fragment);
}

/** Python starts at the first focus in the form, or when the page has nothing else to do. */
function startWithExample() {
  let begun = false;
  const begin = (visibly) => {
    if (!begun && questions === 0) ask({ visibly });
    begun = true;
  };
  form.addEventListener("focusin", () => begin(true), { once: true });
  if (form.contains(document.activeElement)) begin(true);
  else if (!navigator.connection?.saveData) (window.requestIdleCallback ?? setTimeout)(() => begin(false));
}

function watchVisibility() {
  let timer;
  document.addEventListener("visibilitychange", () => {
    clearTimeout(timer);
    if (document.hidden) timer = setTimeout(() => engine.forget(), HIDDEN_FOR_LONG_MS);
  });
}

/** On a narrow screen a bar at the foot repeats the first sentence while the answer itself is out of sight. */
function showBarWhileAnswerIsAway() {
  const bar = find("[data-voetbalk]");
  new IntersectionObserver(([seen]) => { bar.hidden = seen.isIntersecting || output.hidden; }).observe(output);
}

function begin() {
  page = document.querySelector("[data-rekenhulp-pagina]");
  form = find("form[data-rekenhulp]");
  all = [...form.elements].filter((element) => element.name);
  output = find("[data-uitkomst]");
  title = document.title;
  shown = find("[data-uitkomst-inhoud]").innerHTML;
  form.addEventListener("change", onChange);
  form.addEventListener("submit", onSubmit);
  page.addEventListener("click", onClick);
  window.addEventListener("hashchange", startFromAddress);
  watchVisibility();
  showBarWhileAnswerIsAway();
  if (!startFromAddress()) startWithExample();
}

// The page arrives from top to bottom: once its foot is there, so is all of the calculator.
if (document.querySelector("footer") || document.readyState !== "loading") begin();
else document.addEventListener("DOMContentLoaded", begin, { once: true });
