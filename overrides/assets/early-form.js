// Stands inline in <head>, before any other script has arrived. Notes which fields the reader fills in, keeps an answer
// that is not his out of sight when a link brings values, and says so when the page's own script never runs.
(() => {
  const { dataset } = document.documentElement;
  const isField = (element) => element.name && element.form?.dataset.rekenhulp;
  for (const kind of ["input", "change"]) {
    addEventListener(kind, ({ target }) => isField(target) && (target.dataset.eigen = ""), true);
  }
  dataset.stand = location.hash.includes("=") ? "komt" : "voorbeeld";
  dataset.laadt = dataset.stand === "komt" ? "ja" : "nee";

  const LATE_MS = 20_000;
  const tell = () => "begonnen" in dataset || (dataset.hapert = "stil");
  addEventListener("error", ({ target }) => target?.id === "rekenscript" && tell(), true);
  addEventListener("load", tell);
  setTimeout(tell, LATE_MS);
  addEventListener("click", ({ target }) => {
    if (!target.closest?.("[data-herlaad]")) return;
    if (!("begonnen" in dataset)) keepInAddress();
    location.reload();
  });

  /** What was filled in stands in the link after this, as it would if the page's own script had run. */
  function keepInAddress() {
    const link = new URLSearchParams(location.hash.slice(1));
    for (const { name, value } of document.querySelectorAll("[data-eigen]:not([data-niet-in-link], [type=radio]:not(:checked))")) link.set(name, value);
    if (`${link}`) history.replaceState(null, "", `#${link}`);
  }
})();
