// Small things that Material leaves out. No rules and no wording live here: words come from the page.

// The search results get the mark that other software may rely on.
const results = document.querySelector(".md-search-result__list");
if (results) {
  const mark = () => {
    for (const link of results.querySelectorAll("a:not([data-zoekresultaat])")) {
      link.setAttribute("data-zoekresultaat", "");
    }
  };
  new MutationObserver(mark).observe(results, { childList: true, subtree: true });
}

// Material listens to keys only: text that was pasted or dictated counts as well.
const field = document.querySelector("[data-zoek]");
if (field) {
  field.addEventListener("input", () => field.dispatchEvent(new Event("keyup")));
}

// The button on the home page that looks like a search field opens the real one.
for (const button of document.querySelectorAll("[data-zoek-openen]")) {
  button.addEventListener("click", () => {
    const toggle = document.getElementById("__search");
    if (!toggle.checked) toggle.click();
    field.focus();
  });
}

// A printed page names the day and its address; a printed calculation the address that brings it back.
addEventListener("beforeprint", () => {
  for (const line of document.querySelectorAll("[data-afdruk]")) {
    const day = new Date().toLocaleDateString("nl-NL", { dateStyle: "long" });
    const address = location.origin + location.pathname;
    line.textContent = line.dataset.afdruk.replace("{dag}", day).replace("{adres}", address);
  }
  for (const place of document.querySelectorAll("[data-adres]")) place.textContent = location.href;
});
