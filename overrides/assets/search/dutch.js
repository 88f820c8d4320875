// What a Dutch word comes down to. The same as publishing/search/dutch.py: a test compares the two over all words.

const ORDINAL = { eerste: "1e", tweede: "2e", derde: "3e", een: "1", twee: "2", drie: "3", vier: "4" };
const SOUND = { z: "s", v: "f", y: "i", c: "k" };

/** In lower case, without accents, and without the 's of a plural. */
function plain(text) {
  const bare = text.toLowerCase().replace(/\u00ad/g, "").normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  return bare.replace(/[‐‑–]/g, "-").replace(/['’](s\b|\b)/g, "");
}

/** The words of a text; a word with hyphens is one. */
export const wordsOf = (text) => plain(text).match(/[a-z0-9]+(?:-[a-z0-9]+)*/g) ?? [];

/** The word itself, and what stands between its hyphens. */
export const partsOf = (word) => (word.includes("-") ? [word, ...word.split("-")] : [word]);

/** Leaves out what differs between forms of a word: ending, doubled letters, and letters that sound the same. */
export function stem(word) {
  const known = Object.hasOwn(ORDINAL, word) ? ORDINAL[word] : word.replaceAll("-", "");
  const bare = known.replace(/^([0-9]+)(?:ste|de)$/, "$1e");
  if (/^[0-9]/.test(bare)) return bare;
  let short = bare.replace(/(...[^c])es$/, "$1e");
  const ending = ["ingen", "ing", "en", "e"].find((end) => short.endsWith(end) && short.length - end.length > 1);
  if (ending) short = short.slice(0, -ending.length);
  if (short.length > 4) short = short.replace(/([^aeious])s$/, "$1").replace(/(?:dt|t|d)$/, "");
  return short.replace(/(.)\1/g, "$1").replace(/[zvyc]/g, (letter) => SOUND[letter]);
}

/** How many letters must change, come, go or trade places; more than `most` is not counted out. */
export function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before = [];
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const isSame = one[i - 1] === other[j - 1];
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + !isSame);
      const traded = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (traded) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    if (Math.min(...next) > most) return most + 1;
    [before, row] = [row, next];
  }
  return row[other.length];
}
