// A page with a calculator: carries values from the form to Python and the answer back. No rules and no wording here.

import { Address } from "./address.js";
import { AnswerView } from "./answer-view.js";
import { Cleared } from "./cleared.js";
import { FormValues } from "./form-values.js";
import { closeEmptyGroups, foldEmptied, goTo, openFilledGroups, openWrongGroups, tellGroups } from "./places.js";
import { today, whenHiddenForLong } from "./page-life.js";
import { PrivateNames } from "./private-names.js";
import { python } from "./python-engine.js";
import { saveFile } from "./save-file.js";

const SLOW_MS = 300; // an answer of before may stand so long without a word

class CalculatorPage {
  #page = document.querySelector("[data-rekenhulp-pagina]");
  #form = this.#page.querySelector("form[data-rekenhulp]");
  #name = this.#form.dataset.rekenhulp;
  #values = new FormValues(this.#form);
  #names = new PrivateNames(this.#form, this.#values.private);
  #view = new AnswerView(this.#page, this.#form);
  #address = new Address();
  #questions = 0; // how often something was asked; an answer to an older question is dropped
  #hasTyped = false; // something was typed that was not asked about yet
  #cleared = new Cleared(this.#page);
  #again = () => {}; // what "try again" does: the last question, and the download that failed

  begin() {
    document.documentElement.dataset.begonnen = "";
    // Of fields only: the answer has questions of its own.
    const onField = (kind, act) => this.#form.addEventListener(kind, ({ target }) => target.name && target.closest("[data-veld]") && act(target));
    onField("input", (field) => this.#onInput(field));
    onField("change", (field) => { this.#onInput(field); this.#ask(); });
    this.#form.addEventListener("focusout", () => this.#hasTyped && this.#ask());
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#ask({ submitted: true });
    });
    this.#page.addEventListener("click", (event) => this.#onClick(event));
    const ways = { bringBack: () => this.#bringBack(), follow: () => this.#follow(), showExample: () => this.#showExample() };
    this.#cleared.listen(this.#names, ways);
    whenHiddenForLong(() => python.forget()); // Python gives back its memory
    python.onProgress = (loaded, total) => this.#view.showProgress(loaded, total);
    this.#start();
  }

  /** Python starts with values of the reader's own, at the first focus in the form, or when the page is idle; some never are. */
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
    else if (!navigator.connection?.saveData) (window.requestIdleCallback ?? setTimeout)(() => ask(false), { timeout: 3000 });
  }

  /** Takes over the values of the address, if it has any. */
  #follow({ leads = false, ...options } = {}) {
    const fragment = location.hash.slice(1);
    if (!fragment.includes("=")) {
      if (fragment) goTo(fragment); // it may lie in something folded
      if (!this.#values.isExample) this.#address.write(); // a reload loses nothing
      return false;
    }
    this.#values.follow(fragment, options);
    closeEmptyGroups(this.#page, this.#values.all);
    openFilledGroups(this.#page, this.#values.all);
    this.#ask({ leads });
    return true;
  }

  /** `leads`: to the answer, once it is there. `quietly`: without a word while it is not. */
  async #ask({ submitted = false, visibly = true, leads = false, quietly = false } = {}) {
    this.#again = () => this.#ask({ submitted });
    this.#hasTyped = false;
    const mine = ++this.#questions;
    const { isExample } = this.#values;
    const texts = this.#values.texts();
    this.#form.dataset.status = "laadt";
    const wait = () => quietly || this.#view.wait({ isExample, isLoading: visibly && !python.isReady });
    const waiting = setTimeout(wait, SLOW_MS);
    if (!python.isReady && !isExample) wait();
    if (isExample) this.#address.leave();
    else if (python.isReady) this.#address.writeSoon(this.#values.query());
    else this.#address.write(this.#values.query()); // a reload before the answer loses nothing
    const how = isExample ? "voorbeeld" : submitted ? "verstuurd" : "ingevuld";
    try {
      const given = [this.#values.query(), today(), this.#values.privately(), how];
      const answer = JSON.parse(await python.call("respond", this.#name, ...given));
      if (mine !== this.#questions) return;
      const unchanged = this.#values.unchangedSince(texts);
      // Before anything changes: the browser draws the page anew for it.
      if (!isExample && !this.#hasTyped) this.#address.write(this.#values.withAll(answer.fragment));
      this.#values.settle(answer);
      if (this.#hasTyped) this.#address.writeLater(this.#values.query()); // what is typed since belongs in it too
      this.#view.show(answer, { isExample, submitted, unchanged });
      tellGroups(this.#page, answer.groepen);
      if (!isExample) openWrongGroups(this.#page, this.#values.all, answer.velden);
      foldEmptied(this.#page, this.#values.all);
      if (answer.uitkomst !== null && !this.#values.isEmpty) this.#cleared.forget();
      if (leads) goTo("uitkomst");
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
    this.#names.changed();
    this.#address.writeLater(this.#values.query());
    this.#cleared.forget(); // bringing it back would take away what is typed now
  }

  /** Back brings back what was cleared, and so does the button that then stands there. */
  #clear({ tells = false } = {}) {
    this.#questions += 1; // an answer still under way is about values that are gone
    const fragment = this.#address.push("");
    this.#names.leave(fragment);
    const [wasEmpty, undo] = [this.#values.isEmpty, this.#values.clear()];
    this.#names.changed();
    if (!wasEmpty) this.#cleared.remember(undo, fragment); // a second press takes nothing away
    this.#cleared.tell(tells);
    this.#view.clear(this.#values.all);
    this.#values.all[0].focus();
    this.#ask({ quietly: !this.#page.hasAttribute("data-leeg") }); // an empty document has an answer too
  }

  #bringBack() {
    this.#cleared.bringBack();
    this.#names.changed();
    if (this.#values.isExample) this.#showExample();
    else this.#ask();
  }

  #showExample() {
    this.#values.showExample();
    this.#view.showExample(this.#values.all);
    openFilledGroups(this.#page, this.#values.all);
    this.#ask({ submitted: true });
  }

  async #download(button) {
    const { download, keuze = "" } = button.dataset;
    const chosen = [...this.#page.querySelectorAll("[data-kies]:checked")].map((box) => box.value).join(",") || keuze;
    try {
      const given = [download, this.#values.query(), today(), chosen, this.#values.privately()];
      const file = JSON.parse(await python.call("download", this.#name, ...given));
      if (file.fouten) return this.#ask({ submitted: true }); // there is no file of wrong values: shows what is wrong
      saveFile(file);
      this.#names.wereTakenAlong();
    } catch (error) {
      this.#again = () => this.#ask().then(() => this.#download(button));
      this.#fail(error);
    }
  }

  #onClick(event) {
    const button = event.target.closest("button, a[href^='#']");
    if (!button) return;
    if (button.matches("a")) {
      event.preventDefault(); // following it would put the reader's values out of the address
      const fragment = button.getAttribute("href");
      if (!fragment.includes("=")) return goTo(fragment.slice(1));
      this.#address.push(fragment.slice(1)); // an example: it fills in the form
      this.#follow({ leads: true });
    } else if (button.matches("[data-wis]")) this.#clear({ tells: true });
    else if (button.matches("[data-ongedaan]")) this.#bringBack();
    else if (button.matches("[data-toon-oud]")) this.#view.showOld();
    else if (button.matches("[data-naar-eigen]")) {
      if (!this.#values.isExample) return;
      if (history.state?.hadOwn) history.back();
      else this.#clear();
    } else if (button.matches("[data-naar-voorbeeld]") && !this.#values.isExample) {
      this.#address.push("", { voorbeeld: true, hadOwn: this.#values.query() !== "" }); // Back brings the own values back
      this.#showExample();
    } else if (button.matches("[data-opnieuw], [data-opnieuw-kopie]")) this.#again();
    else if (button.matches("[data-download]")) this.#download(button);
    else if (button.matches("[data-afdrukken]")) print();
  }
}

// The page arrives from top to bottom: once its foot is there, so is all of the calculator.
const begin = () => new CalculatorPage().begin();
if (document.querySelector("footer") || document.readyState !== "loading") begin();
else document.addEventListener("DOMContentLoaded", begin, { once: true });
