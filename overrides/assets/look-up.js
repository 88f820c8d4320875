// A field that filters a page to look something up in, and anchors that open the fold they stand in. No wording lives
// here. What is typed is told to nobody and stands in no address.

const field = document.querySelector("[data-filter]");
const told = field.parentElement.querySelector("[role=status]");
const plain = text => text.toLowerCase().normalize("NFD").replace(/[^\p{L}\p{N} ]+/gu, "");

// What can be found: marked parts, or each heading with all that stands below it.
const entries = [...document.querySelectorAll(field.dataset.filter)].map(first => {
  const parts = [first];
  if (first.matches("h2")) {
    for (let next = first.nextElementSibling; next && !next.matches("h2, footer, .sw-gecontroleerd, script"); next = next.nextElementSibling) parts.push(next);
  }
  return { parts, text: plain(parts.map(part => part.textContent).join(" ")) };
});
const folds = [...document.querySelectorAll(".sw-vouw")];

field.addEventListener("input", () => {
  const words = plain(field.value).split(" ").filter(Boolean);
  let found = 0;
  for (const { parts, text } of entries) {
    const isFound = words.every(word => text.includes(word));
    found += isFound;
    for (const part of parts) part.toggleAttribute("data-weg", !isFound);
  }
  for (const fold of folds) {
    const isEmpty = !fold.querySelector("[data-vind]:not([data-weg])");
    fold.toggleAttribute("data-weg", isEmpty);
    fold.open = words.length > 0 && !isEmpty;
  }
  const wording = { 0: field.dataset.geen, 1: field.dataset.een }[found] ?? field.dataset.meer;
  told.textContent = words.length ? wording.replace("{aantal}", found) : "";
});

function openFold() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const fold = target?.closest(".sw-vouw");
  if (!fold) return;
  fold.open = true;
  target.scrollIntoView();
}
addEventListener("hashchange", openFold);
openFold();
