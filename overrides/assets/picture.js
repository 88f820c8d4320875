// The wide picture of the days: arrow keys lead from pin to pin, and the card below it shows what the list says of the
// pin in hand. Its words are those of the list; the pins are one tab stop (tabindex in the page).

const inHand = (event) => event.target.closest?.("[data-pin]");

document.addEventListener("keydown", (event) => {
  const pin = inHand(event);
  if (!pin || event.altKey || event.ctrlKey || event.metaKey) return;
  const pins = [...pin.closest("svg").querySelectorAll("[data-pin]")];
  const at = pins.indexOf(pin);
  const next = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: pins.length - 1 }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  (pins[next] ?? pin).focus();
});

for (const kind of ["focusin", "pointerover"]) {
  document.addEventListener(kind, (event) => inHand(event) && show(inHand(event)));
}

function show(pin) {
  const figure = pin.closest("[data-beeld]");
  for (const other of pin.closest("svg").querySelectorAll("[data-pin]")) other.setAttribute("tabindex", other === pin ? 0 : -1);
  for (const lit of document.querySelectorAll("[data-licht]")) lit.removeAttribute("data-licht");
  const items = pin.dataset.pin.trim().split(" ").map((id) => document.getElementById(`mijlpaal-${id}`)).filter(Boolean);
  for (const lit of [pin, ...items]) lit.setAttribute("data-licht", "");
  figure.querySelector("[data-dagkaart]").replaceChildren(...items.flatMap((item) => card(item, items.length === 1)));
}

/** What the list says: its day and title, and of a single one who does what. */
function card(item, isAlone) {
  const parts = [item.closest("[data-rij]").querySelector("[data-dag]"), item.querySelector("[data-titel]")];
  if (isAlone) parts.push(item.querySelector("[data-doen]") ?? item.querySelector("summary .sw-mijlpaal__wie"));
  if (isAlone) return parts.filter(Boolean).map((part) => part.cloneNode(true));
  const line = document.createElement("p");
  for (const part of parts) line.append(...[...part.childNodes].map((node) => node.cloneNode(true)), " ");
  return [line];
}
