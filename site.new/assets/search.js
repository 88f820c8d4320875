// The search field. Pagefind and its index are fetched when the field gets the focus. No wording lives here.
//
// Pagefind wants all words of a question on one page; people ask in whole sentences. So each word is looked for
// apart, and a page gets the weights of the words that it has: a word that few pages have weighs more.

const box = document.querySelector("[data-zoeken]");
const field = box.querySelector("[data-zoek]");
const outcome = box.querySelector("#zoekuitkomst");
const state = box.querySelector("[data-zoekstand]");
const list = box.querySelector("[data-zoeklijst]");
const form = box.querySelector("[data-zoekvorm]");
const READ = 12; // so many pages are looked at more closely
const SHOWN = 8;

let engine = null; // a promise of { pagefind, words }
let opener = null; // what the reader used to come to the field; the focus goes back there

async function load() {
  const base = new URL(box.dataset.zoeken, document.baseURI);
  const [{ createInstance }, answer] = await Promise.all([
    import(new URL("pagefind.js", base)),
    fetch(new URL("words.json", base)),
  ]);
  if (!answer.ok) throw new Error(`words.json: ${answer.status}`);
  const ranking = { termSimilarity: 2, metaWeights: { title: 4, zoekwoorden: 4, uitleg: 2, koppen: 2 } };
  const pagefind = createInstance({ noWorker: true, excerptLength: 16, ranking });
  await pagefind.init();
  return { pagefind, words: await answer.json() };
}

function start() {
  engine ??= load().catch((error) => {
    engine = null; // the next try begins anew
    throw error;
  });
  return engine;
}

// Without hyphens, capitals and accents: people type "noriskpolis" for "No-riskpolis".
const plain = (text) => text.toLowerCase().normalize("NFD").replace(/[^\p{L}\p{N}]+/gu, "");

// The words of a question that say something, each with the words that mean the same.
function wordsOf(question, { ignored, phrases, synonyms }) {
  let text = ` ${question.toLowerCase().replace(/[^\p{L}\p{N}-]+/gu, " ").trim()} `;
  for (const [several, one] of Object.entries(phrases)) text = text.replaceAll(` ${several} `, ` ${one} `);
  const all = text.trim().split(" ").filter(Boolean);
  const telling = all.filter((word) => !ignored.includes(word));
  const unique = [...new Set(telling.length ? telling : all)];
  return unique.map((word) => [word, ...(Object.hasOwn(synonyms, word) ? synonyms[word] : [])]);
}

// Adds to `pages` what the pages with this word, or one that means the same, get for it.
async function weigh(same, pagefind, pages) {
  const found = await Promise.all(same.map((word) => pagefind.search(word)));
  const best = new Map();
  for (const result of found.flatMap(({ results }) => results)) {
    if (result.score > (best.get(result.id)?.score ?? -1)) best.set(result.id, result);
  }
  const rare = Math.log(1 + 100 / (1 + best.size));
  const top = Math.max(...[...best.values()].map(({ score }) => score));
  for (const [id, result] of best) {
    const weight = rare * (0.4 + (0.6 * result.score) / top);
    const page = pages.get(id) ?? { score: 0, heaviest: 0 };
    page.score += weight;
    if (weight > page.heaviest) Object.assign(page, { heaviest: weight, result });
    pages.set(id, page);
  }
}

// A page goes first when its title, a heading or one of its search words is the whole question.
// Where a heading has all of several words and the title has not, the place is that heading.
function describe({ score, data }, question, words) {
  const whole = [plain(question), ...(words.length === 1 ? words[0].map(plain) : [])];
  const is = (text) => whole.includes(plain(text));
  const hasAll = (text) => words.every((same) => same.some((word) => plain(text).includes(plain(word))));
  const headings = data.sub_results.filter(({ anchor }) => anchor && anchor.element !== "h1");
  const named = [data.meta.title, ...(data.meta.zoekwoorden ?? "").split(" · ")].some(is);
  const exact = headings.find(({ title }) => is(title));
  const likely = words.length > 1 ? headings.find(({ title }) => hasAll(title)) : undefined;
  const place = hasAll(data.meta.title) ? undefined : (exact ?? likely);
  return {
    score: score * (named ? 2 : exact ? 1.5 : 1),
    url: place?.url ?? data.url,
    title: place ? `${place.title} – ${data.meta.title}` : data.meta.title,
    text: place ? `${place.plain_excerpt} …` : (data.meta.uitleg ?? data.plain_excerpt),
  };
}

// The places for a question, best first.
async function find(question) {
  const { pagefind, words: table } = await start();
  const words = wordsOf(question, table);
  const pages = new Map();
  await Promise.all(words.map((same) => weigh(same, pagefind, pages)));
  const first = [...pages.values()].sort((one, other) => other.score - one.score).slice(0, READ);
  const read = await Promise.all(first.map(async ({ score, result }) => ({ score, data: await result.data() })));
  const places = read.map((page) => describe(page, question, words));
  return places.sort((one, other) => other.score - one.score).slice(0, SHOWN);
}

// The box with the outcome is there while there is something to tell.
function tell(text) {
  state.textContent = text;
  outcome.hidden = !text;
}

function show(places) {
  const { geen, een, meer } = box.dataset;
  tell([geen, een][places.length] ?? meer.replace("{aantal}", places.length));
  list.replaceChildren(
    ...places.map(({ url, title, text }) => {
      const item = form.content.cloneNode(true);
      item.querySelector("a").href = url;
      item.querySelector("[data-titel]").textContent = title;
      item.querySelector("[data-uitleg]").textContent = text;
      return item;
    }),
  );
}

async function answer() {
  const question = field.value.trim();
  if (!question) {
    tell("");
    list.replaceChildren();
    return;
  }
  if (!list.children.length) tell(box.dataset.zoekt);
  try {
    const places = await find(question);
    if (question === field.value.trim()) show(places); // else the reader has typed on
  } catch (error) {
    console.error(error);
    tell(box.dataset.mislukt);
    list.replaceChildren();
  }
}

function close() {
  box.removeAttribute("data-open");
  document.activeElement.blur();
  opener?.focus();
  opener = null;
}

field.addEventListener("input", answer);

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
  const stops = [field, ...list.querySelectorAll("a")];
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (event.key === "Escape") close();
  else if (step && stops.includes(event.target)) stops[stops.indexOf(event.target) + step]?.focus();
  else return;
  event.preventDefault();
});

box.querySelector("form").addEventListener("submit", async (event) => {
  event.preventDefault();
  await answer();
  list.querySelector("a")?.click();
});

box.querySelector("[data-zoek-sluiten]").addEventListener("click", close);

// The button on the home page that looks like a search field leads to the real one.
for (const button of document.querySelectorAll("[data-zoek-openen]")) {
  button.addEventListener("click", () => {
    opener = button;
    field.focus();
  });
}
