// Takes out of a style sheet what nothing uses. usage: node theme_sheet.mjs SHEET GIVEN
// GIVEN is JSON: `words`, one of which is each class, id and name that is used; `variables` that are named elsewhere.
import { readFile, writeFile } from "node:fs/promises";
import { PurgeCSS } from "purgecss";

const [sheet, given] = process.argv.slice(2);
const { words, variables } = JSON.parse(await readFile(given, "utf-8"));
const [{ css }] = await new PurgeCSS().purge({
  content: [{ raw: words.join(" "), extension: "html" }],
  css: [{ raw: await readFile(sheet, "utf-8") }],
  variables: true,
  safelist: { variables },
});
await writeFile(sheet, css);
