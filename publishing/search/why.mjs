// Prints which places a question finds on a built site, and why: node why.mjs SITE QUESTION.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";

const [site, question] = process.argv.slice(2);
const { Ranker } = await import(resolve(site, "zoeken/rank.js"));
const ranker = new Ranker(JSON.parse(readFileSync(resolve(site, "zoeken/index.json"), "utf8")));
const { terms, places, unknown } = ranker.find(question);
for (const { word, tells, found, instead } of terms) {
  const looked = found.map(([stems, worth]) => `${stems.join("+")} ${worth.toFixed(2)}`).join(", ");
  console.log(`${word} (${tells.toFixed(1)}${instead ? `, read as ${instead}` : ""}): ${looked || "stands nowhere"}`);
}
if (unknown.length) console.log(`Nowhere: ${unknown.join(", ")}`);
for (const { score, like, address, role, heading, title } of places) {
  console.log(`${score.toFixed(2)}  like ${like.toFixed(2)}  /${address}  ${heading || title} (${role})`);
}
