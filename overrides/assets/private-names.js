// Names and remarks in a document stand in no link. Leaving the page asks first while they stand nowhere else; when the
// reader asks for it, and only then, this tab keeps them, so that a reload loses nothing.

export class PrivateNames {
  #fields;
  #wish; // the switch; a form without names has none
  #place;
  #takenAlong = "";
  #at = new Map(); // the names by the address of their case, for as long as this page is open
  #ask = (event) => event.preventDefault();

  constructor(form, fields) {
    this.#fields = fields;
    this.#wish = form.querySelector("[data-onthoud]");
    this.#place = `namen:${form.dataset.rekenhulp}`;
    this.#wish?.addEventListener("change", () => this.changed());
    if (this.#wish) this.#restore();
  }

  /** What was typed may be other than before. */
  changed() {
    if (!this.#wish) return;
    try {
      if (this.#wish.checked) sessionStorage.setItem(this.#place, this.#text());
      else if (sessionStorage.getItem(this.#place) !== null) sessionStorage.removeItem(this.#place);
    } catch {
      this.#wish.checked = false; // there is no room: then leaving asks first
    }
    this.#askOrNot();
  }

  /** The case at this address is left. */
  leave(fragment) {
    this.#at.set(fragment, this.#text());
  }

  /** Back at an address: with the names that stood there, if there is one that was left. */
  comeTo(fragment) {
    if (!this.#at.has(fragment)) return;
    const texts = new URLSearchParams(this.#at.get(fragment));
    for (const field of this.#fields) field.value = texts.get(field.name) ?? "";
    this.changed();
  }

  /** The reader has a file with them. */
  wereTakenAlong() {
    this.#takenAlong = this.#text();
    this.#askOrNot();
  }

  #text() {
    const filled = this.#fields.filter((field) => field.value);
    return new URLSearchParams(filled.map((field) => [field.name, field.value])).toString();
  }

  #restore() {
    const kept = sessionStorage.getItem(this.#place);
    this.#wish.checked = kept !== null;
    const texts = new URLSearchParams(kept ?? "");
    for (const field of this.#fields) {
      if (!field.value && texts.get(field.name)) field.value = texts.get(field.name);
    }
    this.changed();
  }

  /** A browser keeps no copy of a page that may ask, so it is asked to only while there is something to lose. */
  #askOrNot() {
    const text = this.#text();
    const isAtRisk = text && text !== this.#takenAlong && !this.#wish.checked;
    if (isAtRisk) addEventListener("beforeunload", this.#ask);
    else removeEventListener("beforeunload", this.#ask);
  }
}
