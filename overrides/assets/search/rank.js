// Finds the places that answer a question. No wording, and nothing about the subject: index and words come from
// zoeken/index.json (publishing/search/). A place is a page or a term; its first section is its beginning.
import { wordsOf } from "./dutch.js";
import { Vocabulary } from "./question.js";

const [NAMED, SAID, TEXT] = [1, 5 / 7, 3 / 7]; // what a word weighs in a title or heading, in a description or phrase, in a text
const [LOWEST, SKIPPED, BASE] = [35, 92, 64]; // of the letters that numbers are written with (publishing/search/index.py)
const [ANYWHERE, SECTION] = [1.1, 0.8]; // what words in a place are worth, and in its best section
const [LIKENESS, NEXT, HEADING, SAME] = [2, 0.7, 0.05, 0.3]; // the name that is most like the question, two more, a heading, one that is the same
const WHOLE = 0.4; // of the points for words, for how much of the question is there
const SAYS = 0.8; // how like a heading is of which no word is telling
const MEANT = 1.35; // a place for who asks, or of the kind that is asked for
const MEANS = 0.65; // so near is what means the same
const IS_NAMED = 0.6; // so like is a heading to the question that the link leads there
const LIGHT = 0.5; // of what a word tells that stands in any question
const UNKNOWN = 0.5; // what a word tells that no place has
const RARER = 0.67; // less than one: what is much rarer tells a little more

/** How much a word tells: the fewer sections have it, the more. */
const rarity = (sections, having) => Math.log(1 + sections / having) ** RARER;

/** The sections that steps from one to the next lead to: a letter each, or two for a large step. */
function sectionsIn(written) {
  let [section, high] = [0, 0];
  const found = [];
  for (const letter of written) {
    const code = letter.charCodeAt(0);
    const digit = code - LOWEST - (code > SKIPPED);
    if (digit < BASE) found.push((section += high * BASE + digit));
    high = digit < BASE ? 0 : digit - BASE + 1;
  }
  return found;
}

export class Ranker {
  #names = []; // { place, section, stems }: what a place is asked for by

  constructor(index) {
    const { places } = index;
    this.places = places;
    this.cues = index.cues;
    this.sections = places.flatMap(([, , , , , sections], place) => sections.map((section, at) => ({ place, at, section })));
    const texts = places.flatMap(([, title, description, , , sections]) => [title, description, ...sections.flat()]);
    this.vocabulary = new Vocabulary(index, texts);
    this.postings = this.#postingsOf(index.texts);
    this.vocabulary.lengths = this.postings.map(({ length }) => length);
    const light = new Set(index.light.flatMap((word) => this.vocabulary.numbersOf(word)));
    this.tells = this.postings.map(({ length }, id) => rarity(this.sections.length, length) * (light.has(id) ? LIGHT : 1));
    places.forEach(([, title, , , , , phrases], place) => {
      for (const stems of [this.vocabulary.numbersOf(title), ...phrases]) this.#names.push({ place, section: -1, stems });
    });
    this.sections.forEach(({ place, at, section: [heading] }, section) => {
      this.#names.push({ place, section: at ? section : -1, stems: this.vocabulary.numbersOf(heading), words: wordsOf(heading).length });
    });
  }

  /** The places for a question, best first; the words that were read as another; the words that the site does not have. */
  find(question, { exactly = false, most = 8 } = {}) {
    const terms = this.vocabulary.termsOf(question, exactly).map((term) => this.#weighed(term));
    const total = terms.reduce((sum, { tells }) => sum + tells, 0);
    const found = this.places.map(() => ({ words: 0, share: 0, best: 0, section: -1, likes: [0, 0, 0], heading: 0, is: false }));
    this.#countWords(terms, found);
    for (const { place, section, like, is } of this.#likeness(terms, total, wordsOf(question).length)) {
      const it = found[place];
      it.is ||= is;
      if (section < 0) {
        if (like > it.likes[2]) it.likes = [...it.likes, like].sort((one, other) => other - one).slice(0, 3);
      } else if (like > it.heading) {
        it.heading = like;
        if (like > IS_NAMED && like > it.likes[0]) it.section = section;
      }
    }
    const cues = this.#cuesOf(question);
    const scored = found.map((place, at) => ({ ...place, at, score: this.#score(place, at, total, cues) }));
    const best = scored.filter(({ score }) => score > 0).sort((one, other) => other.score - one.score);
    return {
      places: this.#withoutTwins(best).slice(0, most).map((place) => this.#shown(place)),
      instead: terms.filter((term) => term.instead).map(({ word, instead }) => ({ word, instead })),
      unknown: terms.filter((term) => !term.found.length).map(({ word }) => word),
      terms,
    };
  }

  // For each stem the sections that have it, and what it weighs there: in their texts, and in what they are called.
  #postingsOf(texts) {
    const found = texts.split(" ").map((written) => new Map(sectionsIn(written).map((section) => [section, TEXT])));
    const add = (stems, section, weight) => stems.forEach((id) => found[id].set(section, Math.max(found[id].get(section) ?? 0, weight)));
    this.sections.forEach(({ place, at, section: [heading] }, section) => {
      add(this.vocabulary.numbersOf(heading), section, NAMED);
      if (at > 0) return;
      const [, title, description, , , , phrases] = this.places[place];
      add(this.vocabulary.numbersOf(title), section, NAMED);
      for (const stems of [this.vocabulary.numbersOf(description), ...phrases]) add(stems, section, SAID);
    });
    return found.map((weights) => [...weights]);
  }

  // A term tells as much as its words do, or what means the same.
  #weighed(term) {
    const ids = term.found.map(([stems, worth]) => [stems.map((one) => this.vocabulary.number.get(one)), worth]);
    const rarest = ([some]) => Math.max(...some.map((id) => this.tells[id]));
    const own = ids.filter(([, worth]) => worth === 1).map(rarest);
    const means = ids.filter(([, worth]) => worth >= MEANS).map(rarest);
    const known = term.isJoined || !own.length ? [...own, Math.min(...(means.length ? means : ids.map(rarest)))] : own;
    return { ...term, ids, tells: ids.length ? Math.max(...known) : UNKNOWN };
  }

  #countWords(terms, found) {
    const bySection = new Float64Array(this.sections.length);
    for (const { ids, tells } of terms) {
      const points = new Map();
      for (const [some, worth] of ids) {
        for (const [section, weight] of this.#having(some)) {
          points.set(section, Math.max(points.get(section) ?? 0, weight * worth * tells));
        }
      }
      const best = new Map();
      for (const [section, point] of points) {
        bySection[section] += point;
        const { place } = this.sections[section];
        best.set(place, Math.max(best.get(place) ?? 0, point));
      }
      for (const [place, point] of best) {
        found[place].words += point;
        found[place].share += tells;
      }
    }
    bySection.forEach((points, section) => {
      const place = found[this.sections[section].place];
      if (points > place.best * (place.section < 0 ? 1 : 1.1)) Object.assign(place, { best: points, section }); // sooner the beginning
    });
  }

  // The sections that have all of some stems, with the least of their weights.
  #having([first, ...others]) {
    return others.reduce((found, id) => {
      const also = new Map(this.postings[id]);
      return found.filter(([section]) => also.has(section)).map(([section, weight]) => [section, Math.min(weight, also.get(section))]);
    }, this.postings[first]);
  }

  // How much of the question is in a name, and of the name in the question: 1 is the same.
  // A heading with many words that say nothing ("Bent u de inlener?") is less like a question, and is never "inlener".
  *#likeness(terms, total, asked) {
    const worth = new Map(); // the number of a stem -> [term, worth]
    terms.forEach(({ ids }, term) => {
      for (const [[id, ...more], value] of ids) if (!more.length) worth.set(id, [...(worth.get(id) ?? []), [term, value]]);
    });
    for (const { place, section, stems, words } of this.#names) {
      if (!stems.some((id) => worth.has(id))) continue;
      const met = new Map();
      let inName = 0;
      let length = 0;
      for (const id of stems) {
        length += this.tells[id];
        let most = 0;
        for (const [term, value] of worth.get(id) ?? []) {
          met.set(term, Math.max(met.get(term) ?? 0, value));
          most = Math.max(most, value);
        }
        inName += most * this.tells[id];
      }
      let inQuestion = 0;
      for (const [term, value] of met) inQuestion += value * terms[term].tells;
      const like = (inName + inQuestion) / (length + total);
      const says = words ? SAYS + ((1 - SAYS) * stems.length) / words : 1;
      yield { place, section, like: like * says, is: like > 0.99 && (!words || words === asked) };
    }
  }

  // What the question shows of who asks it and of what is asked for: roles, and beginnings of addresses.
  #cuesOf(question) {
    const asked = ` ${wordsOf(question).join(" ")} `;
    return Object.keys(this.cues).filter((name) => this.cues[name].some((cue) => asked.includes(` ${cue} `)));
  }

  #score({ words, share, best, likes: [most, ...next], heading, is }, at, total, cues) {
    const [address, , , role, weight] = this.places[at];
    const points = ((ANYWHERE * words + SECTION * best) / total) * (1 - WHOLE + (WHOLE * share) / total);
    const named = LIKENESS * most + NEXT * (next[0] + next[1]) + HEADING * heading + (is ? SAME : 0);
    const isMeant = cues.some((cue) => role === cue || (cue.endsWith("/") && address.startsWith(cue)));
    return (points + named) * weight * (isMeant ? MEANT : 1) || 0;
  }

  // An outcome of the decision helper that several roles have stands there once.
  #withoutTwins(best) {
    const seen = new Set();
    return best.filter(({ at }) => {
      const name = this.places[at][7];
      return !name || (!seen.has(name) && seen.add(name));
    });
  }

  #shown({ at, section, score, likes: [like] }) {
    const [address, title, description, role] = this.places[at];
    const isPart = section >= 0 && this.sections[section].at > 0;
    const [heading, text, anchor = wordsOf(heading).join("-")] = isPart ? this.sections[section].section : ["", description, ""];
    return { address: anchor ? `${address}#${anchor}` : address, title, heading, text, role, score, like };
  }
}
