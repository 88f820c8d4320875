// The decision helper: the answers so far stand behind the # of the address (#baan=ja&week=na-52) and nowhere else.
// Which questions come before this page, with their texts, stands in the page; so does every word shown here.

const data = JSON.parse(document.querySelector("script[data-wegwijzer]").textContent);
const questions = new Map(data.vragen.map(question => [question.id, question]));
const MOST = 20; // names of dropped parts shown
const LONGEST = 40; // characters of each

/** What stands behind the #, as pairs; a link to a heading has none. */
function readAddress() {
  return location.hash.slice(1, 10000).split("&").filter(part => part.includes("=")).map(part => {
    const place = part.indexOf("=");
    return [decoded(part.slice(0, place)), decoded(part.slice(place + 1))];
  });
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Does a way lead from one page to another? */
function leadsTo(from, goal, seen = new Set()) {
  if (from === goal) return true;
  if (seen.has(from) || !questions.has(from)) return false;
  seen.add(from);
  return questions.get(from).antwoorden.some(answer => leadsTo(answer.naar, goal, seen));
}

/** From this page backwards: every answer that leads on to what comes after it is kept, the others are named. */
function read(pairs) {
  const given = new Map();
  const dropped = [];
  for (const [id, value] of pairs) {
    if (given.has(id)) dropped.push(id);
    else given.set(id, value);
  }
  const kept = [];
  let goal = data.pagina;
  let whole = true; // no question between two answers was left out
  for (const question of [...data.vragen].reverse()) {
    const answer = question.antwoorden.find(one => one.id === given.get(question.id));
    if (answer && leadsTo(answer.naar, goal)) {
      whole &&= answer.naar === goal;
      kept.unshift({ question, answer });
      goal = question.id;
      given.delete(question.id);
    }
  }
  return { kept, dropped: [...dropped, ...given.keys()], whole: whole && goal === data.begin };
}

const fragmentOf = steps =>
  steps.length ? `#${steps.map(([question, answer]) => `${question}=${answer}`).join("&")}` : "";
const pairsOf = kept => kept.map(({ question, answer }) => [question.id, answer.id]);

let shown = "";
function show() {
  const pairs = readAddress();
  if (!pairs.length && location.hash.length > 1 && shown) {
    history.replaceState(history.state, "", shown); // a link to a heading leaves the answers alone
    return;
  }
  const { kept, dropped, whole } = read(pairs);
  shown = fragmentOf(pairsOf(kept));
  for (const card of document.querySelectorAll("a[data-antwoord]")) {
    follow(card, fragmentOf([...pairsOf(kept), [card.dataset.vraag, card.dataset.antwoord]]));
  }
  for (const link of document.querySelectorAll("a[data-zelfde]")) follow(link, shown);
  const back = document.querySelector("[data-vorige]");
  if (back && kept.length) {
    back.setAttribute("href", `../${kept.at(-1).question.id}/${fragmentOf(pairsOf(kept.slice(0, -1)))}`);
    back.hidden = false;
  }
  for (const part of document.querySelectorAll("[data-bij-antwoorden]")) part.hidden = !kept.length;
  list(kept);
  tellDropped(dropped);
  fit(Object.fromEntries(pairsOf(kept)), whole);
}

function follow(link, fragment) {
  link.setAttribute("href", link.getAttribute("href").split("#")[0] + fragment);
}

/** The answers so far, each with a link to its question that takes the earlier ones along. */
function list(kept) {
  const section = document.querySelector("[data-antwoorden]");
  const line = section.querySelector("template").content;
  section.hidden = !kept.length;
  section.querySelector("ol").replaceChildren(...kept.map(({ question, answer }, number) => {
    const item = line.cloneNode(true);
    for (const place of item.querySelectorAll("[data-vraagtekst]")) place.textContent = question.tekst;
    item.querySelector("[data-antwoordtekst]").textContent = answer.tekst;
    item.querySelector("a").setAttribute("href", `../${question.id}/` + fragmentOf(pairsOf(kept.slice(0, number))));
    return item;
  }));
}

function tellDropped(dropped) {
  const notice = document.querySelector("[data-vervallen]");
  notice.hidden = !dropped.length;
  notice.querySelector("span").textContent = dropped.slice(0, MOST).map(name => name.slice(0, LONGEST)).join(", ");
}

/** What does not fit the answers is put away; what does needs no "Als …" any more; what is not known yet keeps it. */
function fit(answers, whole) {
  const toggle = document.querySelector("[data-verborgen]");
  let hidden = 0;
  for (const part of document.querySelectorAll("[data-als]")) {
    const needs = part.dataset.als.split("&").map(need => need.split("="));
    const fits = needs.map(([question, allowed]) =>
      Object.hasOwn(answers, question) ? allowed.split(",").includes(answers[question]) : whole ? false : undefined);
    const not = fits.includes(false);
    hidden += not;
    part.toggleAttribute("data-past-niet", not);
    part.querySelector("[data-voorwaarde]").hidden = !not && !fits.includes(undefined);
  }
  toggle.hidden = !hidden;
}

document.addEventListener("click", event => {
  const button = event.target.closest("[data-verborgen] button");
  if (button) {
    const open = button.getAttribute("aria-expanded") !== "true";
    button.setAttribute("aria-expanded", open);
    document.documentElement.toggleAttribute("data-toon-alles", open);
  }
  if (event.target.closest("[data-druk-af]")) print();
});
addEventListener("hashchange", show);
show();
