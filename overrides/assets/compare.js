// Two forms of work side by side: /plekken/#vergelijk=first,second. The choice lives in the address only. Names and
// wording stand on the page. Wide screens begin with all four, a phone with a pair: that of `rol` in the address, if any.

const KEY = "vergelijk";
const tools = document.querySelector("[data-vergelijk]");
const table = document.querySelector("table.sw-vergelijk");
const [left, right] = tools.querySelectorAll("select");
const buttons = document.querySelector("[data-vergelijk-knoppen]");
const differences = buttons.querySelector("[data-verschillen]");
const all = buttons.querySelector("[data-alle]");
const rows = [...table.rows].map(row => ({ row, cells: [...row.querySelectorAll("[data-vorm]")] }));
const known = [...left.options].map(({ value }) => value);

/** The pair that the address asks for, or nothing. */
function asked() {
  const names = (new URLSearchParams(location.hash.slice(1)).get(KEY) ?? "").split(",");
  const [one, other] = names.filter(name => known.includes(name));
  return one && other && one !== other ? [one, other] : null;
}

function pairOfRole() {
  const role = new URLSearchParams(location.hash.slice(1)).get("rol");
  return (tools.dataset[role] ?? tools.dataset.vergelijk).split(",");
}

/** Shows a pair, in its order, or all. */
function show(pair) {
  table.toggleAttribute("data-paar", Boolean(pair));
  all.setAttribute("aria-pressed", String(!pair));
  [left.value, right.value] = pair ?? [left.value, right.value];
  const onlyDifferent = differences.getAttribute("aria-pressed") === "true";
  for (const { row, cells } of rows) {
    const named = Object.fromEntries(cells.map(cell => [cell.dataset.vorm, cell]));
    const [first, second] = pair ? pair.map(name => named[name]) : cells;
    const isEqual = Boolean(pair) && row.parentElement.matches("tbody") && first.textContent.trim() === second.textContent.trim();
    for (const cell of cells) {
      cell.hidden = Boolean(pair) && (!pair.includes(cell.dataset.vorm) || (isEqual && cell === second));
      cell.colSpan = isEqual && cell === first ? 2 : 1;
      cell.removeAttribute("data-gelijk");
    }
    if (isEqual) first.dataset.gelijk = tools.dataset.gelijk;
    row.append(...(pair ? [first, second] : cells));
    row.hidden = isEqual && onlyDifferent;
  }
}

function choose(pair) {
  history.replaceState(history.state, "", pair ? `#${KEY}=${pair.join(",")}` : location.pathname);
  show(pair);
}

for (const [field, other] of [[left, right], [right, left]]) {
  field.addEventListener("change", () => {
    if (field.value === other.value) other.value = known.find(name => name !== field.value);
    choose([left.value, right.value]);
  });
}
differences.addEventListener("click", () => {
  differences.setAttribute("aria-pressed", String(differences.getAttribute("aria-pressed") !== "true"));
  choose([left.value, right.value]);
});
all.addEventListener("click", () => choose(table.hasAttribute("data-paar") ? null : [left.value, right.value]));

function begin() {
  const pair = asked();
  const standard = pairOfRole();
  [left.value, right.value] = pair ?? standard;
  show(pair ?? (matchMedia("(max-width: 45em)").matches ? standard : null));
}
addEventListener("hashchange", begin);
begin();
