// What was cleared last: how to bring it back, the address in which it stood, and the line that says so.

export class Cleared {
  #line;
  #undo = () => {};
  #fragment = "";

  constructor(page) {
    this.#line = page.querySelector("[data-gewist]");
  }

  remember(undo, fragment) {
    this.#undo = undo;
    this.#fragment = fragment;
  }

  tell(isTold) {
    this.#line.hidden = !isTold;
  }

  /** Back led to where it stood: the names that stand in no address come back with it. */
  stoodIn(hash) {
    return this.#fragment !== "" && hash === `#${this.#fragment}`;
  }

  bringBack() {
    this.#undo();
    this.forget();
  }

  forget() {
    this.remember(() => {}, "");
    this.tell(false);
  }
}
