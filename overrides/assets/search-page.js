// The page with the places for the question that stands behind the #, so that it can be sent and goes to no server.
import { Outcome, goTo } from "./search.js";

const page = document.querySelector("[data-zoekpagina]");
const field = page.querySelector("input");
const outcome = new Outcome(page.querySelector("[data-zoekuitkomst]"), { most: 20, isGrouped: true });

function answer() {
  const asked = new URLSearchParams(location.hash.slice(1));
  if (location.hash && !asked.has("q")) return; // a jump within the page, such as that past the menu
  const question = asked.get("q")?.slice(0, field.maxLength).trim() ?? "";
  field.value = question;
  page.toggleAttribute("data-gevraagd", question !== "");
  outcome.answer(question);
}

page.querySelector("form").addEventListener("submit", (event) => {
  event.preventDefault();
  goTo(field.value.trim());
});

addEventListener("hashchange", answer);
answer();
