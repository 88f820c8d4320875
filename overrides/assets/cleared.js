// What was cleared last: how to bring it back, the address in which it stood, and the line that says so. Back leads there.

export class Cleared {
  #line;
  #undo = () => {};
  #fragment = null; // nothing was cleared

  constructor(page) {
    this.#line = page.querySelector("[data-gewist]");
  }

  /** Back or forward, or another link. Each case comes with its own names, which stand in no address. */
  listen(names, { bringBack, follow, showExample }) {
    addEventListener("popstate", ({ state }) => {
      if (state?.voorbeeld) showExample();
      else if (!location.hash && this.#stoodIn("")) bringBack(); // only names were filled in
    });
    addEventListener("hashchange", ({ oldURL }) => {
      if (this.#stoodIn(location.hash)) return bringBack();
      names.leave(new URL(oldURL).hash.slice(1));
      names.comeTo(location.hash.slice(1));
      follow();
    });
  }

  remember(undo, fragment) {
    this.#undo = undo;
    this.#fragment = fragment;
  }

  tell(isTold) {
    this.#line.hidden = !isTold;
  }

  bringBack() {
    this.#undo();
    this.forget();
  }

  forget() {
    this.remember(() => {}, null);
    this.tell(false);
  }

  #stoodIn(hash) {
    return this.#fragment !== null && hash.slice(1) === this.#fragment;
  }
}
