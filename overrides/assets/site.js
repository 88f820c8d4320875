// Small things that Material leaves out. No rules and no wording live here: words come from the page.

// A printed page names the day and its address; a printed calculation the address that brings it back.
addEventListener("beforeprint", () => {
  for (const line of document.querySelectorAll("[data-afdruk]")) {
    const day = new Date().toLocaleDateString("nl-NL", { dateStyle: "long" });
    const part = document.querySelector(":is(.sw-kort, .sw-gesprekskaart) :target, [data-leidraad]:not([hidden])") ? location.hash : "";
    const address = location.origin + location.pathname + part;
    line.textContent = line.dataset.afdruk.replace("{dag}", day).replace("{adres}", address);
    document.documentElement.style.setProperty("--sw-afdruk", JSON.stringify(`${line.dataset.naam} · ${address} · ${day}`));
  }
  for (const place of document.querySelectorAll("[data-adres]")) place.textContent = location.href;
});

// Material opens all that is folded for paper, if it stood there when Material came. Parts that go to paper only when the
// reader opened them (print.css, calculator.css) stay folded: Material listens later than the first, earlier than the second.
const ONLY_WHEN_OPENED = ".sw-rekenhulp details[data-uitleg]:not([data-uitleg='bronnen'], [data-uitleg='onbekend']), .sw-rij--voorbij > details, .sw-qr";
let folded = [];
addEventListener("beforeprint", () => {
  folded = [...document.querySelectorAll(ONLY_WHEN_OPENED)].filter((part) => !part.open);
});
addEventListener("load", () => {
  addEventListener("beforeprint", () => folded.forEach((part) => part.toggleAttribute("open", false)));
});

// A sheet that is a part of a page is printed alone while the address leads to it (print.css).
addEventListener("click", ({ target }) => {
  const sheet = target.closest("[data-druk-blad]")?.closest(".sw-kort, .sw-gesprekskaart");
  if (!sheet) return;
  location.hash = sheet.querySelector("h2").id;
  print();
});

// The menu is a checkbox of Material's; the button says whether it is open, and Escape closes it.
const drawer = document.getElementById("__drawer");
const menu = document.querySelector("[data-menu]");
if (drawer && menu) {
  const say = () => menu.setAttribute("aria-expanded", String(drawer.checked));
  menu.addEventListener("click", () => {
    drawer.checked = !drawer.checked;
    drawer.dispatchEvent(new Event("change"));
    if (drawer.checked) document.querySelector("#menu a")?.focus();
  });
  drawer.addEventListener("change", say);
  addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !drawer.checked) return;
    drawer.checked = false;
    say();
    menu.focus();
  });
}

// A first question on another page goes to the calculator that asks it, behind the # as every value does.
document.querySelector("form[data-naar]")?.addEventListener("submit", (event) => {
  event.preventDefault();
  const field = event.target.querySelector("[data-sleutel]");
  const address = new URL(event.target.dataset.naar, document.baseURI);
  if (field.value.trim()) address.hash = `${field.dataset.sleutel}=${encodeURIComponent(field.value.trim())}`;
  location.href = address.href;
});

// Nobody needs it before the page is whole and idle: what keeps the site on this device, and says how old a kept page is.
addEventListener("load", () => {
  const place = document.querySelector("[data-versies]");
  const fetchIt = () => import(new URL(place.dataset.versies, document.baseURI).href).catch(() => {}); // not from a disk
  if (place) (window.requestIdleCallback ?? setTimeout)(fetchIt);
});
