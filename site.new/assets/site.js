// Small things that Material leaves out. No rules and no wording live here: words come from the page.

// A printed page names the day and its address; a printed calculation the address that brings it back.
addEventListener("beforeprint", () => {
  for (const line of document.querySelectorAll("[data-afdruk]")) {
    const day = new Date().toLocaleDateString("nl-NL", { dateStyle: "long" });
    const part = document.querySelector(".sw-kort :target, [data-leidraad]:not([hidden])") ? location.hash : "";
    const address = location.origin + location.pathname + part;
    line.textContent = line.dataset.afdruk.replace("{dag}", day).replace("{adres}", address);
  }
  for (const place of document.querySelectorAll("[data-adres]")) place.textContent = location.href;
});

// A table too wide for the screen can be scrolled by keyboard too, and is then called after the heading above it.
// Material puts its frame around tables once the page has loaded.
const watchWidth = new ResizeObserver(frames => {
  for (const { target } of frames) {
    if (target.scrollWidth > target.clientWidth) {
      target.tabIndex = 0;
      target.setAttribute("role", "region");
      target.setAttribute("aria-labelledby", headingAbove(target).id);
    } else {
      for (const name of ["tabindex", "role", "aria-labelledby"]) target.removeAttribute(name);
    }
  }
});

function headingAbove(element) {
  const headings = [...document.querySelectorAll("article :is(h1, h2, h3)[id]")];
  return headings.findLast(heading => heading.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING);
}

addEventListener("load", () => {
  for (const frame of document.querySelectorAll(".md-typeset__scrollwrap")) watchWidth.observe(frame);
});

// A sheet that is a part of a page is printed alone while the address leads to it (print.css).
addEventListener("click", ({ target }) => {
  const sheet = target.closest("[data-druk-blad]")?.closest(".sw-kort");
  if (!sheet) return;
  location.hash = sheet.querySelector("h2").id;
  print();
});
