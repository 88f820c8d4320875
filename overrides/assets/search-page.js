// The page with the places for the question that stands behind the #, so that it can be sent and goes to no server.
import { Outcome, addressOf } from "./search.js";

const page = document.querySelector("[data-zoekpagina]");
const field = page.querySelector("input");
const outcome = new Outcome(page.querySelector("[data-zoekuitkomst]"), { most: 20, isGrouped: true });

function answer() {
  const question = new URLSearchParams(location.hash.slice(1)).get("q")?.slice(0, field.maxLength).trim() ?? "";
  field.value = question;
  page.toggleAttribute("data-gevraagd", question !== "");
  outcome.answer(question);
}

page.querySelector("form").addEventListener("submit", (event) => {
  event.preventDefault();
  const question = field.value.trim();
  if (question) location.assign(addressOf(question));
});

addEventListener("hashchange", answer);
answer();
