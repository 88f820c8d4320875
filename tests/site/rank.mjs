// Asks questions of the site's search, as a browser would. Reads { script, index, questions } and writes, for each
// question, the addresses of eight places; or, for { script, words }, the stem of each word.
import { readFileSync } from "node:fs";

const asked = JSON.parse(readFileSync(0, "utf8"));
const { Ranker, stem } = await import(asked.script);
const found = () => {
  const ranker = new Ranker(JSON.parse(readFileSync(asked.index, "utf8")));
  return asked.questions.map((question) => ranker.find(question).places.map(({ address }) => `/${address}`));
};
console.log(JSON.stringify(asked.words ? asked.words.map(stem) : found()));
