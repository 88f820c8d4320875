// The search: the field in the bar, and what the page of results (search-page.js) shares with it. No wording lives here.
// What it searches with (publishing/search/) is fetched when a field gets the focus.

const box = document.querySelector("[data-zoeken]");
const field = box.querySelector("[data-zoek]");
const base = new URL(box.dataset.zoeken, document.baseURI);
const SHOWN = 8;

let ranker = null; // a promise
let tries = 0;
let opener = null; // what the reader used to come to the field; the focus goes back there

// A browser remembers a script that did not come, so a next try has another address; and it trusts no copy.
async function load() {
  const script = import(new URL(tries ? `rank.js?${tries}` : "rank.js", base));
  const asked = fetch(new URL("index.json", base), { cache: tries ? "reload" : "default" });
  tries += 1;
  const [{ Ranker, MADE }, answer] = await Promise.all([script, asked]);
  if (!answer.ok) throw new Error(`index.json: ${answer.status}`);
  const index = await answer.json();
  if (index.made !== MADE) throw new Error("the index is of another version");
  return new Ranker(index);
}

/** Fetches what is needed, once. */
export function start() {
  ranker ??= load().catch((error) => {
    ranker = null; // the next try begins anew
    throw error;
  });
  return ranker;
}

/** The page with more places for a question, which stands behind the # only. Half a sign has no place in an address. */
function addressOf(question) {
  return `${base.href}#q=${encodeURIComponent(question.replace(/\p{Surrogate}/gu, ""))}`;
}

/** Goes there; who is there already asks once more. */
export function goTo(question) {
  if (!question) return;
  if (addressOf(question) === location.href) dispatchEvent(new Event("hashchange"));
  else location.assign(addressOf(question));
}

/** A part of the page that shows what was found: partials/search-outcome.html. */
export class Outcome {
  #root;
  #most;
  #isGrouped;
  #asked = "";

  /** `isGrouped`: by whom the places are for. */
  constructor(root, { most = SHOWN, isGrouped = false } = {}) {
    this.#root = root;
    this.#most = most;
    this.#isGrouped = isGrouped;
    this.#find("[data-zoek-precies]").addEventListener("click", () => this.answer(this.#asked, { exactly: true }));
  }

  #find(mark) {
    return this.#root.querySelector(mark);
  }

  /** Shows the places for a question; `exactly`: of its own words, not of words that look like them. */
  async answer(question, { exactly = false } = {}) {
    this.#asked = question;
    if (!question) return this.#empty("");
    if (!this.#find("[data-zoekresultaat]")) this.#tell(this.#root.dataset.zoekt);
    try {
      const found = (await start()).find(question, { exactly, most: this.#most });
      if (question === this.#asked) this.#show(found); // else the reader has typed on
    } catch (error) {
      console.error(error);
      if (question === this.#asked) this.#empty(this.#root.dataset.mislukt);
    }
  }

  #empty(text) {
    this.#tell(text);
    this.#find("[data-zoeklijst]").replaceChildren();
    for (const part of this.#root.querySelectorAll("[data-zoek-anders], [data-zoek-onbekend], [data-zoek-deuren]")) part.hidden = true;
  }

  #tell(text) {
    this.#find("[data-zoekstand]").textContent = text;
    this.#root.hidden = !text;
    this.onTold?.(text);
  }

  #show({ places, instead, unknown }) {
    const { geen, een, meer } = this.#root.dataset;
    this.#tell([geen, een][places.length] ?? meer.replace("{aantal}", places.length));
    this.#say("[data-zoek-anders]", instead.map((one) => one.instead));
    this.#find("[data-getypt]").textContent = instead.map(({ word }) => word).join(" ");
    this.#say("[data-zoek-onbekend]", unknown);
    this.#find("[data-zoek-deuren]").hidden = places.length > 0;
    const roles = this.#isGrouped ? [...new Set(places.map(({ role }) => role))] : [""];
    this.#find("[data-zoeklijst]").replaceChildren(...roles.map((role) => this.#group(role, places)));
  }

  #say(mark, words) {
    this.#find(mark).hidden = words.length === 0;
    this.#find(`${mark} [data-woorden]`).textContent = words.join(" ");
  }

  #group(role, places) {
    const group = this.#find("[data-zoekgroep]").content.cloneNode(true);
    const heading = group.querySelector("[data-kop]");
    if (role) heading.textContent = this.#forWhom(role);
    else heading.remove();
    group.querySelector("ol").append(...places.filter((place) => !role || place.role === role).map((place) => this.#place(place)));
    return group;
  }

  #place({ address, title, heading, text, role }) {
    const item = this.#find("[data-zoekplek]").content.cloneNode(true);
    const { pathname, hash } = new URL(address, new URL("..", base));
    item.querySelector("a").href = pathname + hash;
    item.querySelector("[data-titel]").textContent = heading || title;
    item.querySelector("[data-pagina]").textContent = heading ? title : "";
    item.querySelector("[data-rol]").textContent = this.#forWhom(role);
    item.querySelector("[data-uitleg]").textContent = text;
    return item;
  }

  #forWhom(role) {
    return this.#root.getAttribute(`data-voor-${role}`);
  }
}

const panel = box.querySelector("#zoekuitkomst");
const outcome = new Outcome(panel.querySelector("[data-zoekuitkomst]"));
outcome.onTold = (text) => (panel.hidden = !text);

function close() {
  box.removeAttribute("data-open");
  document.activeElement.blur();
  opener?.focus();
  opener = null;
}

field.addEventListener("input", () => {
  const question = field.value.trim();
  box.querySelector("[data-zoek-alles]").href = addressOf(question);
  outcome.answer(question);
});

box.addEventListener("focusin", () => {
  box.setAttribute("data-open", "");
  start().catch(() => {}); // told when there is a question
});

box.addEventListener("focusout", ({ relatedTarget }) => {
  if (relatedTarget && !box.contains(relatedTarget)) box.removeAttribute("data-open");
});

addEventListener("pointerdown", ({ target }) => {
  if (!box.contains(target)) box.removeAttribute("data-open");
});

box.addEventListener("keydown", (event) => {
  const stops = [field, ...panel.querySelectorAll("[data-zoekresultaat]")];
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (event.key === "Escape") close();
  else if (step && stops.includes(event.target)) stops[stops.indexOf(event.target) + step]?.focus();
  else return;
  event.preventDefault();
});

box.querySelector("form").addEventListener("submit", (event) => {
  event.preventDefault();
  goTo(field.value.trim());
  if (field.value.trim()) box.removeAttribute("data-open"); // on the page of results itself nothing else closes it
});

box.querySelector("[data-zoek-sluiten]").addEventListener("click", close);

// The button on the home page that looks like a search field leads to the real one.
for (const button of document.querySelectorAll("[data-zoek-openen]")) {
  button.addEventListener("click", () => {
    opener = button;
    field.focus();
  });
}
