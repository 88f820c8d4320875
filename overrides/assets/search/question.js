// What is looked for with the words of a question: the word itself, words that mean the same, its parts, near words.
import { distance, partsOf, stem, wordsOf } from "./dutch.js";

// What a place gets for another word than the one that was asked for.
const WORTH = { same: 1, group: 0.65, halves: 0.8, near: 0.8, loose: 0.4, part: 0.45, inside: 0.25, far: 0.6, begun: 0.25, beside: 0.57 };
const ALONE = 1.35; // times as much for what means the same as a word that stands nowhere
const LONGER = 12; // so many words that hold the word itself
const NEAR = 3;
const APART = 4; // words behind a verb in which its first part is looked for
const WORDS = 40; // of a question; what comes behind it says nothing new
const TOGETHER = [4, 3, 2]; // words in a row

/** The words that stand on the site, and the groups of words that mean the same. */
export class Vocabulary {
  #groups = new Map(); // stems of a word, or of several in a row -> [stems, worth]
  #written = new Map(); // stem -> how it is mostly written
  #numbers = new Map(); // word -> the number of its stem, if that tells anything

  constructor({ stems, ignored, groups, particles }, texts) {
    this.stems = stems;
    this.particles = new Set(particles);
    this.lengths = []; // how many sections have a stem, once they are counted
    this.number = new Map(stems.map((text, at) => [text, at]));
    this.ignored = new Set(ignored.map(stem));
    for (const group of groups) this.#addGroup(group);
    const meant = [...this.#groups.keys()].filter((key) => !key.includes(" ") && !this.number.has(key));
    this.typed = [...stems, ...meant]; // what a word that was typed wrongly may be
    const counted = new Map(groups.flatMap(wordsOf).map((word) => [word, 0]));
    for (const word of texts.flatMap(wordsOf)) counted.set(word, (counted.get(word) ?? 0) + 1);
    for (const [word] of [...counted].sort(([, one], [, other]) => one - other)) this.#written.set(stem(word), word);
  }

  /** The numbers of the telling stems of a name, each once. */
  numbersOf(text) {
    const found = wordsOf(text).flatMap(partsOf).map((word) => this.#numberOf(word));
    return [...new Set(found)].filter((one) => one !== undefined);
  }

  #numberOf(word) {
    if (this.#numbers.has(word)) return this.#numbers.get(word);
    const own = stem(word);
    const number = this.ignored.has(own) ? undefined : this.number.get(own);
    this.#numbers.set(word, number);
    return number;
  }

  // "a = b = c": each means the others; "a ~ b": near it; "a > b": who asks for a also gets b.
  #addGroup(line) {
    const worth = line.includes("=") ? WORTH.group : WORTH.loose;
    const items = line.split(/[=~>]/).map((item) => wordsOf(item).map(stem));
    items.forEach((item, from) => {
      const others = items.filter((_, to) => (line.includes(">") ? from === 0 && to > 0 : to !== from));
      const key = item.join(" ");
      this.#groups.set(key, [...(this.#groups.get(key) ?? []), ...others.map((stems) => [stems, worth])]);
    });
  }

  // Words in a row: what means the same, and the one word that they may be together ("loon sanctie").
  #together(words) {
    const found = this.#groups.get(words.map(stem).join(" ")) ?? [];
    const areTelling = words.every((word) => !this.ignored.has(stem(word)));
    return words.length > 1 && areTelling ? [[[stem(words.join(""))], WORTH.same], ...found] : found;
  }

  #isKnown([stems]) {
    return stems.every((one) => this.number.has(one));
  }

  // A verb whose first part stands behind it: "werkt niet mee" is of "meewerken".
  #verb(word, behind) {
    const wholes = behind.filter((part) => this.particles.has(part)).map((part) => stem(part + word));
    return wholes.find((whole) => this.number.has(whole));
  }

  // Two known words of which this one is made.
  *#halves(word) {
    for (let cut = 3; cut <= word.length - 3; cut++) {
      const halves = [word.slice(0, cut), word.slice(cut)].map(stem);
      if (!halves.every((half) => half.length > 2 && this.number.has(half))) continue;
      yield [halves, WORTH.halves];
      for (const half of halves) yield [[half], WORTH.part];
    }
  }

  // Words that begin or end with this one; what is still being typed is most likely such a word.
  #longer(own, isBeingTyped) {
    if (own.length < (isBeingTyped ? 3 : 4)) return [];
    const holds = (other) => other.length > own.length && (other.startsWith(own) || other.endsWith(own));
    const worth = (other) => (!other.startsWith(own) ? WORTH.inside : isBeingTyped ? WORTH.near : WORTH.begun);
    return this.stems.filter(holds).slice(0, LONGER).map((other) => [[other], worth(other)]);
  }

  // Words that differ in a letter, or in two when it is long.
  #near(own) {
    const most = own.length > 7 ? 2 : 1;
    const found = this.typed.map((other) => [other, distance(own, other, most)]).filter(([, far]) => far <= most);
    const least = Math.min(...found.map(([, far]) => far));
    const often = ([text]) => (this.lengths[this.number.get(text)] ?? 1) * (text[0] === own[0] ? 4 : 1);
    return found.filter(([, far]) => far === least).sort((one, other) => often(other) - often(one)).slice(0, NEAR);
  }

  #term(word, isLast, exactly) {
    const own = stem(word);
    const isBeingTyped = isLast && !this.number.has(own);
    const rest = [...this.#halves(word), ...this.#longer(own, isBeingTyped)];
    for (const part of partsOf(word).slice(1)) rest.push([[stem(part)], WORTH.part]);
    if (own.startsWith("ge")) rest.push([[own.slice(2)], WORTH.near]);
    const less = this.number.has(own) ? WORTH.beside : 1; // a word that stands there says more than its parts
    const means = this.#together([word]).map(([stems, worth]) => [stems, this.number.has(own) ? worth : worth * ALONE]);
    const found = [[[own], WORTH.same], ...means, ...rest.map(([stems, worth]) => [stems, worth * less])];
    const term = { word, own, found: found.filter((one) => this.#isKnown(one)) };
    const isBegun = isLast && this.stems.some((other) => other.startsWith(own));
    if (exactly || own.length < 4 || isBegun || this.number.has(own) || this.#groups.has(own)) return term;
    const near = this.#near(own);
    for (const [other, far] of near) {
      const also = [[[other], WORTH.same], ...(this.#groups.get(other) ?? [])].filter((one) => this.#isKnown(one));
      term.found.push(...also.map(([stems, worth]) => [stems, worth * (far > 1 ? WORTH.far : WORTH.near)]));
    }
    if (near.length) term.instead = this.#written.get(near[0][0]);
    return term;
  }

  // Words in a row that are known together are one term: all of them, what means the same, or one of them.
  #joined(words, terms) {
    const found = this.#together(words).filter((one) => this.#isKnown(one));
    if (!found.length) return null;
    const own = terms.filter(Boolean);
    const all = own.map((term) => term.own);
    const parts = own.length > 1 ? own.flatMap((term) => term.found.map(([stems, worth]) => [stems, worth * WORTH.part])) : [];
    const whole = [all, WORTH.same];
    return { word: words.join(" "), own: all.join(" "), found: [...(all.length && this.#isKnown(whole) ? [whole] : []), ...found, ...parts] };
  }

  /** The telling words of a question, each with what is looked for; with `exactly`, no near words. */
  termsOf(question, exactly) {
    const words = wordsOf(question).slice(0, WORDS);
    const tells = (word) => !this.ignored.has(stem(word));
    const isAsked = words.some(tells) ? tells : () => true;
    const terms = words.map((word, at) => (isAsked(word) ? this.#term(word, at === words.length - 1, exactly) : null));
    words.forEach((word, at) => {
      const whole = this.#verb(word, words.slice(at + 1, at + 1 + APART));
      if (whole && terms[at]) terms[at].found.unshift([[whole], WORTH.same]);
      else if (whole) terms[at] = { word, own: whole, found: [[[whole], WORTH.same]] };
    });
    const isTaken = words.map(() => false); // by words in a row, of which a longer row goes first
    for (const length of TOGETHER) {
      for (let at = 0; at + length <= words.length; at++) {
        if (isTaken.slice(at, at + length).includes(true)) continue;
        const joined = this.#joined(words.slice(at, at + length), terms.slice(at, at + length));
        if (!joined) continue;
        terms.fill(null, at, at + length)[at] = { ...joined, isJoined: true };
        isTaken.fill(true, at, at + length);
      }
    }
    const each = new Map(terms.filter(Boolean).map((term) => [term.own, term]));
    return [...each.values()];
  }
}
