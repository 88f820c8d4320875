// The search field. Pagefind and its index are fetched when the field gets the focus. No wording lives here.
//
// Pagefind wants all words of a question on one page; people ask in whole sentences. So each word is looked for
// apart, and a page counts for what its words weigh: a word that few pages have weighs more.

const box = document.querySelector("[data-zoeken]");
const field = box.querySelector("[data-zoek]");
const state = box.querySelector("[data-zoekstand]");
const list = box.querySelector("[data-zoeklijst]");
const form = box.querySelector("[data-zoekvorm]");
const SHOWN = 8;

let engine = null; // a promise of { pagefind, words }
let asked = ""; // the question that the list answers, or will answer

async function load() {
  const base = new URL(box.dataset.zoeken, document.baseURI);
  const [{ createInstance }, answer] = await Promise.all([
    import(new URL("pagefind.js", base)),
    fetch(new URL("words.json", base)),
  ]);
  if (!answer.ok) throw new Error(`words.json: ${answer.status}`);
  const ranking = { termSimilarity: 2, metaWeights: { title: 4, zoekwoorden: 4, uitleg: 2 } };
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

// The words of a question that say something, each with the words that mean the same.
function wordsOf(question, { ignored, phrases, synonyms }) {
  let text = ` ${question.toLowerCase().replace(/[^\p{L}\p{N}-]+/gu, " ").trim()} `;
  for (const [several, one] of Object.entries(phrases)) text = text.replaceAll(` ${several} `, ` ${one} `);
  const all = text.trim().split(" ").filter(Boolean);
  const telling = all.filter((word) => !ignored.includes(word));
  return [...new Set(telling.length ? telling : all)].map((word) => [word, ...(Object.hasOwn(synonyms, word) ? synonyms[word] : [])]);
}

// The pages for a question, best first: { data, score } where data is Pagefind's own for the weightiest word.
async function find(question) {
  const { pagefind, words } = await start();
  const pages = new Map();
  const found = await Promise.all(
    wordsOf(question, words).map(async (same) => (await Promise.all(same.map((word) => pagefind.search(word)))).map(({ results }) => results)),
  );
  for (const [own, ...others] of found) {
    const best = new Map();
    for (const result of [own, ...others].flat()) {
      if (!(best.get(result.id)?.score >= result.score)) best.set(result.id, result);
    }
    const rare = Math.log(1 + 100 / (1 + best.size));
    const top = Math.max(...[...best.values()].map((result) => result.score));
    for (const [id, result] of best) {
      const weight = rare * (0.4 + 0.6 * (result.score / top));
      const page = pages.get(id) ?? { score: 0, heaviest: 0, result };
      page.score += weight;
      if (weight > page.heaviest) Object.assign(page, { heaviest: weight, result });
      pages.set(id, page);
    }
  }
  return [...pages.values()].sort((one, other) => other.score - one.score);
}

export { find };
