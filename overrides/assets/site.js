// Small things that Material leaves out. No rules and no wording live here: words come from the page.

// A printed page names the day and its address; a printed calculation the address that brings it back.
addEventListener("beforeprint", () => {
  for (const line of document.querySelectorAll("[data-afdruk]")) {
    const day = new Date().toLocaleDateString("nl-NL", { dateStyle: "long" });
    const address = location.origin + location.pathname;
    line.textContent = line.dataset.afdruk.replace("{dag}", day).replace("{adres}", address);
  }
  for (const place of document.querySelectorAll("[data-adres]")) place.textContent = location.href;
});
