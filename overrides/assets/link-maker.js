// The link maker: asks only what the chosen page takes along, writes each address in full, draws the QR code, hands the
// message to the mail or to whatever the device shares with, prints the card. No rules and no wording here.

import { generate } from "./lean-qr.js";

const SVG = "http://www.w3.org/2000/svg";
const QUIET = 4; // points of white around a QR code

const form = document.querySelector("form[data-rekenhulp]");
const answer = document.querySelector("[data-uitkomst-inhoud]");

/** Only the page knows where the site is: an answer holds addresses within it. */
function complete() {
  for (const link of answer.querySelectorAll("a[data-heel-adres]")) link.textContent = link.href;
  for (const place of answer.querySelectorAll("[data-qr]:empty")) place.append(drawn(place.dataset));
  const { title, text } = message();
  answer.querySelector("[data-mail]").href = `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(text)}`;
  answer.querySelector("[data-deel]").hidden = !navigator.share;
  askWhatFits();
}

function message() {
  const lines = [...answer.querySelectorAll("[data-bericht] p")].map((line) => line.textContent);
  return { title: answer.querySelector("[data-onderwerp]").textContent, text: lines.join("\n\n") };
}

/** What is filled in stays in sight, so that nothing goes along or is left out unseen. */
function askWhatFits() {
  const keys = JSON.parse(answer.querySelector("[data-velden]").dataset.velden)[form.elements.pagina.value] ?? "";
  for (const group of form.querySelectorAll("[data-groep]")) {
    const places = [...group.querySelectorAll("[data-veld]")];
    for (const place of places) {
      const { name, value } = place.querySelector("[name]");
      place.hidden = !value && !keys.split(" ").includes(name);
    }
    group.hidden = places.every((place) => place.hidden);
  }
}

function drawn({ qr, naam }) {
  const code = generate(new URL(qr, location.href).href);
  let points = "";
  for (let y = 0; y < code.size; y += 1) {
    for (let x = 0; x < code.size; x += 1) if (code.get(x, y)) points += `M${x} ${y}h1v1h-1z`;
  }
  const side = code.size + 2 * QUIET;
  const drawing = element("svg", { viewBox: `${-QUIET} ${-QUIET} ${side} ${side}`, role: "img", "aria-label": naam });
  drawing.append(element("rect", { x: -QUIET, y: -QUIET, width: side, height: side, fill: "#fff" }));
  drawing.append(element("path", { d: points, fill: "#000", "shape-rendering": "crispEdges" }));
  return drawing;
}

function element(name, attributes) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

form.addEventListener("change", askWhatFits);
answer.addEventListener("click", ({ target }) => {
  if (target.closest("[data-deel]")) navigator.share(message()).catch(() => {}); // the reader thought better of it
  if (!target.closest("[data-druk-kaartje]")) return;
  document.documentElement.toggleAttribute("data-kaartje-alleen", true);
  print();
});
addEventListener("afterprint", () => document.documentElement.removeAttribute("data-kaartje-alleen"));

// Only what differs in an answer is put in its place, so a change may be anywhere in it.
const changes = new MutationObserver(() => {
  try {
    complete();
  } finally {
    changes.takeRecords(); // of its own changes
  }
});
changes.observe(answer, { childList: true, subtree: true, characterData: true, attributes: true });
complete();
