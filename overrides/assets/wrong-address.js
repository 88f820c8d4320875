// On the page for a wrong address: the pages whose address looks most like it, from the menu.

const wordsOf = path => path.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(word => word.length > 1);

function pairsOf(word) {
  return new Set(Array.from({ length: word.length - 1 }, (_, place) => word.slice(place, place + 2)));
}

/** How alike two words are, from 0 to 1: the share of pairs of letters that both have. */
function likeness(one, other) {
  const [mine, theirs] = [pairsOf(one), pairsOf(other)];
  const shared = [...mine].filter(pair => theirs.has(pair)).length;
  return (2 * shared) / (mine.size + theirs.size);
}

/** How alike two addresses are: each word with its best match, both ways; what hardly matches counts for nothing. */
function alike(words, others) {
  const best = (from, to) => from.map(word => Math.max(0, ...to.map(other => likeness(word, other))));
  const sum = numbers => numbers.filter(number => number >= 0.5).reduce((total, number) => total + number, 0);
  return (sum(best(words, others)) + sum(best(others, words))) / (words.length + others.length);
}

function decoded(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return path; // a stray % sign
  }
}

const place = document.querySelector("[data-nabij]");
const asked = wordsOf(decoded(location.pathname)).slice(0, 20);
const found = [...document.querySelectorAll("#menu a[href]")]
  .map(link => ({ link, score: alike(asked, wordsOf(decoded(new URL(link.href).pathname))) }))
  .filter(({ score }) => score > 0.3)
  .sort((one, other) => other.score - one.score)
  .slice(0, 3);
for (const { link } of found) {
  const item = document.createElement("li");
  const copy = document.createElement("a");
  copy.href = link.href + location.hash;
  copy.textContent = link.textContent;
  item.append(copy);
  place.querySelector("ul").append(item);
}
place.hidden = found.length === 0;
