// A choice from the objections. It lives in the address only: /ja-maar/#kies=first,second. Nothing is stored.

const KEY = "kies";
const LONGEST_TOLD = 200; // signs of what is said about an unknown part of a link

/** The chosen names, in the order of choosing. An address that leads to a heading only changes nothing. */
let names = [];
function readAddress() {
  const value = new URLSearchParams(location.hash.slice(1)).get(KEY);
  if (value !== null) names = [...new Set(value.split(",").filter(Boolean))];
}
readAddress();
addEventListener("hashchange", readAddress);

const fragmentOf = chosen => (chosen.length ? `#${KEY}=${chosen.join(",")}` : "");
const nameOf = address => new URL(address, location.href).pathname.split("/").filter(Boolean).pop();

// --- on the page of one objection: its links take the choice along -------------------------------------------------

for (const link of document.querySelectorAll("[data-kies-erbij], [data-kies-mee]")) {
  const address = link.getAttribute("href").split("#")[0];
  const follow = () => {
    const added = link.dataset.kiesErbij;
    link.setAttribute("href", address + fragmentOf(added && !names.includes(added) ? [...names, added] : names));
  };
  follow();
  addEventListener("hashchange", follow);
}

// --- on the overview: tick, read below each other, copy, print -----------------------------------------------------

const list = document.querySelector("[data-selectie-lijst]");
if (list) startSelection();

function startSelection() {
  const tools = document.querySelector("[data-selectie]");
  const text = document.querySelector("[data-selectie-tekst]");
  const told = tools.querySelector("[data-selectie-aantal]");
  const unknown = tools.querySelector("[data-selectie-onbekend]");
  const guide = tools.querySelector("[data-selectie-leidraad]");
  const boxes = new Map();
  const links = new Map();
  const pages = new Map(); // name -> its text, fetched once

  for (const link of list.querySelectorAll("li > a")) {
    const name = nameOf(link.href);
    const box = Object.assign(document.createElement("input"), { type: "checkbox", autocomplete: "off" });
    link.id ||= `${KEY}-${name}`;
    box.setAttribute("aria-labelledby", link.id);
    box.className = "sw-kiesvak";
    link.before(box);
    boxes.set(name, box);
    links.set(name, { link, address: link.getAttribute("href") });
  }
  tools.hidden = false;
  if (names.length) text.parentElement.querySelector("h2").before(text); // who was sent a choice sees that first

  async function show() {
    tellUnknown(names.filter(name => !boxes.has(name)));
    names = names.filter(name => boxes.has(name));
    const shown = names;
    if (shown.length) history.replaceState(history.state, "", fragmentOf(shown));
    for (const [name, box] of boxes) box.checked = shown.includes(name);
    for (const { link, address } of links.values()) link.setAttribute("href", address + fragmentOf(shown));
    guide.setAttribute("href", guide.getAttribute("href").split("#")[0] + fragmentOf(shown));
    const wording = { 0: told.dataset.geen, 1: told.dataset.een }[shown.length] ?? told.dataset.meer;
    told.textContent = wording.replace("{aantal}", shown.length);
    for (const part of tools.querySelectorAll("[data-bij-keuze]")) part.hidden = shown.length === 0;
    document.documentElement.toggleAttribute("data-selectie-gekozen", shown.length > 0);
    const texts = await Promise.all(shown.map(textOf));
    if (shown.join() !== names.join()) return; // changed meanwhile
    const heading = shown.length === 1 ? text.dataset.kopEen : text.dataset.kopMeer;
    if (text.matches(":has(~ [data-selectie-lijst])")) text.querySelector("h2").textContent = heading.replace("{aantal}", shown.length);
    text.querySelector("[data-selectie-paginas]").replaceChildren(...texts);
    text.hidden = shown.length === 0;
  }

  /** An old link is followed as far as it goes, and the reader hears what was dropped. */
  function tellUnknown(dropped) {
    if (!dropped.length) return;
    unknown.hidden = false;
    unknown.textContent = unknown.dataset.tekst.replace("{namen}", () => dropped.join(", ").slice(0, LONGEST_TOLD));
  }

  /** The text of a page, one heading level lower, with links that also hold here. */
  async function textOf(name) {
    if (!pages.has(name)) {
      const { link, address } = links.get(name);
      try {
        pages.set(name, await fetchText(name, new URL(address, location.href)));
      } catch {
        const part = document.createElement("article");
        const heading = document.createElement("h2");
        const notice = document.createElement("p");
        heading.textContent = link.textContent;
        notice.textContent = text.dataset.storing;
        part.append(heading, notice);
        return part; // not kept: the next time may go well
      }
    }
    return pages.get(name);
  }

  async function fetchText(name, address) {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${answer.status}`);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const part = document.createElement("article");
    part.append(...page.querySelector("article.md-content__inner").childNodes);
    for (const left of part.querySelectorAll("[data-niet-in-selectie], [hidden], .headerlink, script, template")) left.remove();
    for (const element of part.querySelectorAll("[id]")) element.removeAttribute("id");
    for (const link of part.querySelectorAll("a[href]")) link.href = new URL(link.getAttribute("href"), address).href;
    for (const heading of [...part.querySelectorAll("h1, h2, h3")]) {
      const lower = document.createElement(`h${Number(heading.tagName[1]) + 1}`);
      lower.append(...heading.childNodes);
      heading.replaceWith(lower);
    }
    part.dataset.selectie = name;
    return document.adoptNode(part);
  }

  function choose(chosen) {
    names = chosen;
    unknown.hidden = true;
    if (!names.length) history.replaceState(history.state, "", location.pathname);
    show();
  }

  list.addEventListener("change", () => {
    const ticked = [...boxes].filter(([, box]) => box.checked).map(([name]) => name);
    choose([...names.filter(name => ticked.includes(name)), ...ticked.filter(name => !names.includes(name))]);
  });
  tools.addEventListener("click", event => {
    if (event.target.closest("[data-selectie-leeg]")) {
      choose([]);
      list.querySelector("input").focus();
    }
    if (event.target.closest("[data-selectie-lees]")) {
      text.querySelector("h2").focus();
      text.scrollIntoView();
    }
    if (event.target.closest("[data-selectie-druk-af]")) show().then(() => print());
  });
  addEventListener("hashchange", show);
  show();
}
