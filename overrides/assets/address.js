// The values of the form in the address of the page: what a link, a bookmark or a reload brings back.
// Each writing makes the browser draw its own bars anew, which takes the processor as long as an answer does.

const SOON_MS = 100; // an answer comes before that, and then the address is written once
const PAUSE_MS = 400;

export class Address {
  #fragment = ""; // the values that stand in it, or are about to
  #waiting = 0;

  constructor() {
    // Whoever copies a link, follows one or leaves takes what was typed last along.
    addEventListener("click", () => this.#settle(), { capture: true });
    addEventListener("pagehide", () => this.#settle());
    document.addEventListener("visibilitychange", () => this.#settle());
    addEventListener("popstate", () => this.leave()); // the address is another one already
  }

  write(fragment = this.#fragment) {
    this.leave();
    this.#fragment = fragment;
    const isThere = location.hash === hashOf(fragment) && history.state === null;
    if (!isThere) history.replaceState(null, "", location.pathname + location.search + hashOf(fragment));
  }

  /** Unless something is written sooner. */
  writeSoon(fragment) {
    this.#writeIn(SOON_MS, fragment);
  }

  /** While somebody types: once he pauses. A reload loses nothing that he typed, and browsers bear so many writings only. */
  writeLater(fragment) {
    this.#writeIn(PAUSE_MS, fragment);
  }

  /** As it is: what the form holds does not belong in it. */
  leave() {
    clearTimeout(this.#waiting);
    this.#waiting = 0;
  }

  /** Another step of the browser's own history; returns what stood in the one before. */
  push(fragment, state = null) {
    this.#settle();
    const before = location.hash.slice(1);
    history.pushState(state, "", location.pathname + location.search + hashOf(fragment));
    return before;
  }

  #writeIn(milliseconds, fragment) {
    clearTimeout(this.#waiting);
    this.#fragment = fragment;
    this.#waiting = setTimeout(() => this.#settle(), milliseconds);
  }

  #settle() {
    if (this.#waiting) this.write();
  }
}

function hashOf(fragment) {
  return fragment && `#${fragment}`;
}
