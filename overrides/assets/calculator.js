// A page with a calculator: carries values from the form to Python and the answer back. No rules and no wording here.

import { AnswerView } from "./answer-view.js";
import { FormValues, forgetReading } from "./form-values.js";
import { closeEmptyGroups, goTo, openFilledGroups, openWrongGroups } from "./places.js";
import { PrivateNames } from "./private-names.js";
import { PythonEngine } from "./python-engine.js";
import { saveFile } from "./save-file.js";

const HIDDEN_FOR_LONG_MS = 10 * 60_000; // after this Python gives back its memory
const SLOW_MS = 300; // so long an answer of before may stand without a word, once Python is ready

class CalculatorPage {
  #page = document.querySelector("[data-rekenhulp-pagina]");
  #form = this.#page.querySelector("form[data-rekenhulp]");
  #name = this.#form.dataset.rekenhulp;
  #values = new FormValues(this.#form);
  #names = new PrivateNames(this.#form, this.#values.private);
  #view = new AnswerView(this.#page, this.#form);
  #engine = new PythonEngine((loaded, total) => this.#view.showProgress(loaded, total));
  #questions = 0; // how often something was asked; an answer to an older question is dropped
  #hasTyped = false; // something was typed that was not asked about yet
  #again = () => {}; // what "try again" does: the last question, and the download that failed

  begin() {
    document.documentElement.dataset.begonnen = "";
    this.#form.addEventListener("input", ({ target }) => target.name && this.#onInput(target));
    this.#form.addEventListener("change", ({ target }) => target.name && this.#onChange(target));
    this.#form.addEventListener("focusout", () => this.#hasTyped && this.#ask());
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#ask({ submitted: true });
    });
    this.#page.addEventListener("click", (event) => this.#onClick(event));
    addEventListener("hashchange", () => this.#follow());
    addEventListener("popstate", ({ state }) => state?.voorbeeld && this.#showExample());
    this.#forgetWhenHidden();
    this.#start();
  }

  /** Python starts with values of the reader's own, at the first focus in the form, or when the page is idle. */
  #start() {
    if (this.#follow({ keepTyped: true })) return;
    if (!this.#values.isExample) {
      this.#values.dropExample();
      this.#ask();
      return;
    }
    const ask = (visibly) => this.#questions || this.#ask({ visibly });
    this.#form.addEventListener("focusin", () => ask(true), { once: true });
    if (this.#form.contains(document.activeElement)) ask(true);
    else if (!navigator.connection?.saveData) (window.requestIdleCallback ?? setTimeout)(() => ask(false));
  }

  /** Takes over the values of the address, if it has any. */
  #follow(options) {
    const fragment = location.hash.slice(1);
    if (!fragment.includes("=")) return false;
    this.#values.follow(fragment, options);
    closeEmptyGroups(this.#page, this.#values.all);
    openFilledGroups(this.#page, this.#values.all);
    this.#ask();
    return true;
  }

  async #ask({ submitted = false, visibly = true } = {}) {
    this.#again = () => this.#ask({ submitted });
    this.#hasTyped = false;
    const mine = ++this.#questions;
    const { isExample } = this.#values;
    const texts = this.#values.texts();
    this.#form.dataset.status = "laadt";
    const wait = () => this.#view.wait({ isExample, isLoading: visibly && !this.#engine.isReady });
    const waiting = setTimeout(wait, SLOW_MS);
    if (!this.#engine.isReady && !isExample) wait();
    if (!isExample) this.#writeAddress(this.#values.query()); // a reload before the answer loses nothing
    const how = isExample ? "voorbeeld" : submitted ? "verstuurd" : "ingevuld";
    try {
      const given = [this.#values.query(), today(), this.#values.privately(), how];
      const answer = JSON.parse(await this.#engine.call("respond", this.#name, ...given));
      if (mine !== this.#questions) return;
      const unchanged = this.#values.unchangedSince(texts);
      // Before anything changes: the browser draws the page anew for it.
      if (!isExample) this.#writeAddress(answer.fragment);
      this.#values.settle(answer);
      this.#view.show(answer, { isExample, submitted, unchanged });
      if (!isExample) openWrongGroups(this.#page, this.#values.all, answer.velden);
      this.#form.dataset.status = "klaar";
    } catch (error) {
      if (mine === this.#questions) this.#fail(error);
    } finally {
      clearTimeout(waiting);
    }
  }

  #fail(error) {
    console.error(error);
    this.#view.fail(error.name === "PageChanged" ? "vernieuwd" : "storing", this.#values.isExample);
    this.#form.dataset.status = "fout";
  }

  #onInput(field) {
    this.#hasTyped = true;
    if (this.#values.change(field)) closeEmptyGroups(this.#page, this.#values.all, field);
    forgetReading(field);
    this.#names.changed();
  }

  #onChange(field) {
    this.#onInput(field);
    this.#ask();
  }

  #clear() {
    this.#questions += 1; // an answer still under way is about values that are gone
    this.#values.clear();
    this.#names.changed();
    this.#writeAddress("");
    this.#view.clear(this.#values.all);
    this.#values.all[0].focus();
    this.#form.dataset.status = "klaar";
    if (this.#page.hasAttribute("data-leeg")) this.#ask();
  }

  #showExample() {
    this.#values.showExample();
    this.#view.showExample(this.#values.all);
    openFilledGroups(this.#page, this.#values.all);
    this.#ask({ submitted: true });
  }

  async #download(button) {
    const chosen = [...this.#page.querySelectorAll("[data-kies]:checked")].map((box) => box.value).join(",") || button.dataset.keuze || "";
    try {
      const given = [button.dataset.download, this.#values.query(), today(), chosen, this.#values.privately()];
      const file = JSON.parse(await this.#engine.call("download", this.#name, ...given));
      if (file.fouten) return this.#ask({ submitted: true }); // there is no file of wrong values: shows what is wrong
      saveFile(file);
      this.#names.wereTakenAlong();
    } catch (error) {
      const question = this.#again;
      this.#again = async () => {
        await question();
        await this.#download(button);
      };
      this.#fail(error);
    }
  }

  #onClick(event) {
    const button = event.target.closest("button, a[href^='#']");
    if (!button) return;
    if (button.matches("a")) {
      if (button.getAttribute("href").includes("=")) return; // an example: it fills in the form
      event.preventDefault(); // following it would put the reader's values out of the address
      goTo(button.getAttribute("href").slice(1));
    } else if (button.matches("[data-wis]")) this.#clear();
    else if (button.matches("[data-naar-voorbeeld]")) {
      history.pushState({ voorbeeld: true }, "", location.pathname + location.search); // Back brings the own values back
      this.#showExample();
    } else if (button.matches("[data-opnieuw], [data-opnieuw-kopie]")) this.#again();
    else if (button.matches("[data-download]")) this.#download(button);
    else if (button.matches("[data-afdrukken]")) print();
  }

  #writeAddress(fragment) {
    history.replaceState(null, "", location.pathname + location.search + (fragment && `#${fragment}`));
  }

  #forgetWhenHidden() {
    let timer;
    document.addEventListener("visibilitychange", () => {
      clearTimeout(timer);
      if (document.hidden) timer = setTimeout(() => this.#engine.forget(), HIDDEN_FOR_LONG_MS);
    });
  }
}

/** The reader's own date. */
function today() {
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  return `${String(now.getFullYear()).padStart(4, "0")}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

// The page arrives from top to bottom: once its foot is there, so is all of the calculator.
const begin = () => new CalculatorPage().begin();
if (document.querySelector("footer") || document.readyState !== "loading") begin();
else document.addEventListener("DOMContentLoaded", begin, { once: true });
