// A document to fill in: each group of its form says how many of its fields hold something. The wording stands in the page.

const form = document.querySelector("form[data-rekenhulp]");

function count() {
  for (const counter of form.querySelectorAll("[data-teller]")) {
    const fields = [...counter.closest("[data-groep]").querySelectorAll("[name]")];
    const filled = fields.filter((field) => field.value).length;
    const text = counter.dataset.teller.replace("{gevuld}", filled).replace("{alle}", fields.length);
    if (counter.textContent !== text) counter.textContent = text;
    counter.toggleAttribute("data-vol", filled === fields.length);
  }
}

form.addEventListener("input", count);
new MutationObserver(count).observe(form, { attributeFilter: ["data-status"] }); // a link or an answer filled fields in
count();
