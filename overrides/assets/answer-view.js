// What stands in the page in the place of the answer, and in the bar at its foot. Which parts are shown in which state
// is written in the page (data-bij) and in calculator.css: one attribute of <html> says the state.

import { Filled } from "./filled.js";

const state = document.documentElement.dataset;

export class AnswerView {
  #page;
  #form;
  #output;
  #outcome;
  #card; // null: the whole answer is the outcome
  #title = document.title;
  #firstSentence; // the built one
  #isOwn = false; // the outcome in the page answers values of the reader

  constructor(page, form) {
    this.#page = page;
    this.#form = form;
    this.#output = this.#find("[data-uitkomst]");
    this.#outcome = new Filled(this.#find("[data-uitkomst-inhoud]"));
    this.#card = this.#find("[data-kaart]") && new Filled(this.#find("[data-kaart]"));
    this.#firstSentence = this.#find("[data-hoofdzin]").textContent;
    this.#endWaiting();
    delete state.hapert;
    this.#showBarWhileAnswerIsAway();
  }

  /** No answer yet to what is filled in. Nothing that is not the reader's stands there as his. */
  wait({ isExample, isLoading }) {
    delete state.hapert;
    state.laadt = isLoading ? "ja" : "nee";
    this.#output.toggleAttribute("data-bezig", true);
    if (!isExample) this.#become(this.#isOwn && state.stand !== "anders" ? "oud" : "komt");
  }

  /** An answer, open questions, or mistakes: what belongs to the values in the form now. */
  show(answer, { isExample, submitted, unchanged }) {
    this.#endWaiting();
    delete state.hapert;
    if (answer.uitkomst !== null) this.#isOwn = !isExample;
    this.#become(this.#standOf(answer, isExample)); // before the texts: a screen reader tells what changes in sight
    for (const [key, { fout, gelezen }] of Object.entries(answer.velden)) if (unchanged.has(key)) this.#showField(key, fout, gelezen);
    this.#showFirstSentence(answer);
    if (answer.uitkomst !== null) {
      this.#outcome.show(answer.uitkomst);
      this.#card?.show(answer.kaart);
    }
    this.#showSummary(answer.samenvatting, submitted);
    showHtml(this.#find("[data-melding]"), answer.melding);
    if (document.title !== answer.titel + this.#title) document.title = answer.titel + this.#title;
    if (!submitted) return;
    const first = this.#find(answer.samenvatting ? "[data-samenvatting]" : "[data-hoofdzin]");
    first.focus({ preventScroll: true });
    first.scrollIntoView({ block: "nearest" });
  }

  /** The answer of before, while what is filled in now has a mistake: only for who asks for it. */
  showOld() {
    this.#become("oud");
  }

  /** Python could not answer; `kind` names the sentence that says so. */
  fail(kind, isExample) {
    this.wait({ isExample, isLoading: false });
    this.#endWaiting();
    state.hapert = kind;
  }

  /** Nothing is filled in, so there is nothing to answer. */
  clear(fields) {
    this.#endWaiting();
    delete state.hapert;
    this.#become("leeg");
    this.#isOwn = false;
    this.#outcome.forgetTicks();
    for (const { name } of fields) this.#showField(name, "", "");
    this.#showSummary("", true);
    showHtml(this.#find("[data-melding]"), "");
    document.title = this.#title;
  }

  /** The example and its answer, as they were published. */
  showExample(fields) {
    this.clear(fields);
    this.#outcome.showPublished();
    this.#card?.showPublished();
    for (const place of ["[data-hoofdzin]", "[data-hoofdzin-kopie]"]) showText(this.#find(place), this.#firstSentence);
    this.#become("voorbeeld");
  }

  showProgress(loaded, total) {
    const megabytes = (bytes) => (bytes / 1e6).toLocaleString("nl-NL", { minimumFractionDigits: 1, maximumFractionDigits: 1 });
    const text = this.#find("[data-laadtekst]");
    for (const bar of this.#page.querySelectorAll("progress")) bar.value = (100 * loaded) / total;
    showText(text, text.dataset.tekst.replace("{geladen}", megabytes(loaded)).replace("{totaal}", megabytes(total)));
  }

  #showField(key, error, reading) {
    const text = document.getElementById(`fout-${key}`);
    if (!text) return; // a newer Python may ask more than this page
    showText(document.getElementById(`gelezen-${key}`), reading);
    if (text.textContent === error) return;
    text.textContent = error;
    text.hidden = !error;
    this.#find(`[data-veld="${CSS.escape(key)}"]`).toggleAttribute("data-heeft-fout", Boolean(error));
    const field = document.getElementById(`veld-${key}`);
    if (error) field.setAttribute("aria-invalid", "true");
    else field.removeAttribute("aria-invalid");
  }

  #find(selector) {
    return this.#page.querySelector(selector);
  }

  #standOf({ status, uitkomst }, isExample) {
    if (uitkomst !== null) return isExample ? "voorbeeld" : "antwoord";
    if (status === "vragen") return "vragen";
    return this.#card || !(this.#isOwn || this.#page.hasAttribute("data-leeg")) ? "anders" : "oud";
  }

  #become(stand) {
    state.stand = stand;
    this.#find("[data-naar-voorbeeld]")?.setAttribute("aria-pressed", String(stand === "voorbeeld"));
    this.#find("[data-naar-eigen]")?.setAttribute("aria-pressed", String(stand !== "voorbeeld"));
    this.#find("[data-toon-oud]")?.toggleAttribute("hidden", !this.#isOwn);
  }

  #endWaiting() {
    state.laadt = "nee";
    this.#output.removeAttribute("data-bezig");
  }

  /** Beside an answer of before stands its own sentence. */
  #showFirstSentence({ hoofdzin, vragen, status }) {
    const sentence = this.#find("[data-hoofdzin]");
    if (status === "vragen" && sentence.innerHTML !== vragen) sentence.innerHTML = vragen;
    if (status === "antwoord") showText(sentence, hoofdzin);
    showText(this.#find("[data-hoofdzin-kopie]"), sentence.textContent);
  }

  /** Only who asks for the answer gets the list, so that nothing moves while the next field is filled in; how many
      there are is said aloud, but not when the list itself gets the focus. */
  #showSummary(html, submitted) {
    const summary = this.#find("[data-samenvatting]");
    if (submitted || !summary.hidden) showHtml(summary, html);
    const all = document.createElement("template");
    all.innerHTML = html;
    showText(this.#find("[data-telling]"), submitted ? "" : all.content.querySelector("h2")?.textContent ?? "");
  }

  /** On a narrow screen a bar at the foot says the first sentence while most of it is out of sight. */
  #showBarWhileAnswerIsAway() {
    const bar = this.#find("[data-voetbalk]");
    const follow = (seen) => (bar.hidden = seen.at(-1).isIntersecting);
    new IntersectionObserver(follow, { threshold: 0.6 }).observe(this.#find("[data-hoofdzin]"));
    const height = () => document.documentElement.style.setProperty("--sw-voetbalk", `${bar.offsetHeight}px`);
    new ResizeObserver(height).observe(bar); // what gets the focus must not hide under it (calculator.css)
  }
}

/** Writes a text only when it changes, so that a screen reader does not hear it twice. */
function showText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

function showHtml(element, html) {
  if (!html && element.hidden) return;
  element.hidden = !html; // first: a screen reader tells what changes in something visible
  element.innerHTML = html;
}
