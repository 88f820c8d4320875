// The conversation guide for a choice of objections: /begeleider/gesprek/#kies=first,second shows those alone.
// A section is an objection when it leads to the objection that its heading is named after. Nothing is stored.

const LONGEST_TOLD = 200; // signs of what is said about an unknown part of a link

const article = document.querySelector(".md-content__inner");
const tools = document.querySelector("[data-leidraad]");
const told = tools.querySelector("[data-leidraad-aantal]");
const unknown = tools.querySelector("[data-leidraad-onbekend]");
const back = tools.querySelector("[data-leidraad-terug]");
article.querySelector("h1").after(tools);

const sections = new Map(); // name of an objection -> its heading and all that stands below it
for (const heading of article.querySelectorAll(":scope > h2[id]")) {
  const parts = [heading];
  for (let next = heading.nextElementSibling; next && !next.matches("h2"); next = next.nextElementSibling) parts.push(next);
  const leads = parts.some(part => part.querySelector(`a[href$="/ja-maar/${CSS.escape(heading.id)}/"]`));
  if (leads) sections.set(heading.id, parts);
}

function show() {
  const value = new URLSearchParams(location.hash.slice(1)).get("kies");
  const asked = [...new Set((value ?? "").split(",").filter(Boolean))];
  const names = asked.filter(name => sections.has(name));
  const dropped = asked.filter(name => !sections.has(name)).join(", ").slice(0, LONGEST_TOLD);
  const shown = new Set([tools, article.querySelector("h1"), ...names.flatMap(name => sections.get(name))]);
  for (const part of article.children) {
    part.toggleAttribute("data-buiten-keuze", names.length > 0 && !shown.has(part) && !part.matches(".sw-afdruk"));
  }
  tools.hidden = asked.length === 0;
  told.textContent = (names.length === 1 ? told.dataset.een : told.dataset.meer).replace("{aantal}", names.length);
  unknown.hidden = !dropped;
  unknown.textContent = unknown.dataset.tekst.replace("{namen}", () => dropped);
  back.href = `${back.getAttribute("href").split("#")[0]}#kies=${names.join(",")}`;
  if (names.length) scrollTo(0, 0);
}

tools.addEventListener("click", ({ target }) => {
  if (target.closest("[data-leidraad-druk-af]")) print();
  if (target.closest("[data-leidraad-alles]")) {
    history.replaceState(history.state, "", location.pathname);
    show();
    article.querySelector("h2").scrollIntoView();
  }
});
addEventListener("hashchange", show);
show();
