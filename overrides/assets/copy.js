// Buttons that copy: a link to this page, or a text that was written to be copied. The wording stands on the page.

/** A text below which no button stands yet gets one, from the page's own template. */
for (const template of document.querySelectorAll("template[data-knop-bij]")) {
  for (const text of document.querySelectorAll(template.dataset.knopBij)) {
    text.after(template.content.cloneNode(true));
  }
}

/** Text without the soft hyphens that say where a long word may be broken. */
const whole = text => text.replaceAll("\u00ad", "");

/** A heading with a link to itself gets a button that copies it; its name stays what it was. */
const forHeading = document.querySelector("template[data-knop-bij-kop]");
for (const link of forHeading ? document.querySelectorAll(":is(h2, h3)[id] .headerlink") : []) {
  const heading = link.closest("h2, h3");
  link.replaceWith(forHeading.content.cloneNode(true));
  const button = heading.querySelector("[data-kopieer-kop]");
  const name = whole(heading.textContent).replace("\u00a0", " ").trim();
  heading.setAttribute("aria-label", name);
  button.setAttribute("aria-label", button.getAttribute("aria-label").replace("{kop}", () => name));
  button.dataset.fragment = heading.id;
}

async function copy(button, text) {
  const told = button.parentElement.querySelector("[role=status]");
  told.textContent = "";
  try {
    await navigator.clipboard.writeText(text);
    told.textContent = button.dataset.gekopieerd;
  } catch {
    // The browser refuses: the text stands ready, selected, to be copied by hand.
    const field = button.parentElement.querySelector("textarea") ?? document.createElement("textarea");
    Object.assign(field, { readOnly: true, rows: 3, value: text });
    field.setAttribute("aria-label", button.getAttribute("aria-label") ?? button.textContent.trim());
    button.after(field);
    field.select();
  }
}

// What a reader selects and copies has whole words too.
document.addEventListener("copy", event => {
  const selected = getSelection();
  if (event.defaultPrevented || !selected.toString().includes("\u00ad")) return;
  const part = document.createElement("div");
  part.append(selected.getRangeAt(0).cloneContents());
  event.clipboardData.setData("text/plain", whole(selected.toString()));
  event.clipboardData.setData("text/html", whole(part.innerHTML));
  event.preventDefault();
});

document.addEventListener("click", event => {
  const button = event.target.closest("[data-kopieer-tekst], [data-kopieer-link], [data-kopieer-kop], [data-kopieer-antwoord]");
  if (!button) return;
  if (button.matches("[data-kopieer-tekst]")) {
    copy(button, whole(button.closest("[data-knoppen]").previousElementSibling.innerText).trim());
  } else if (button.matches("[data-deel]") && navigator.share) {
    navigator.share({ title: document.title, url: addressFor(button.dataset) }).catch(() => {}); // put away: no matter
  } else {
    copy(button, addressFor(button.dataset));
  }
});

/** What stands behind the # goes along only where the button says so, or brings its own. */
function addressFor({ kopieerLink, kopieerAntwoord, fragment }) {
  if (kopieerLink === "heel" || kopieerAntwoord !== undefined) return location.href;
  return location.origin + location.pathname + (fragment ? `#${fragment}` : "");
}
