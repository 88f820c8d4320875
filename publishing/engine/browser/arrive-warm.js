// On every page: lets the browser fetch what Python needs before a calculator is opened, so that it starts from the
// browser's own store. FILES, written in by the build: what `all` pages need, and by address what each needs of its `own`.

const IDLE_MS = 2000; // after the page is whole: who only passes by fetches nothing
const folder = new URL(".", import.meta.url);
const site = new URL("../../", folder);
const asked = new Set();
const { saveData, effectiveType } = navigator.connection ?? {};

function ask(name) {
  if (asked.has(name)) return;
  asked.add(name);
  const link = Object.assign(document.createElement("link"), { rel: "prefetch", href: new URL(name, folder).href });
  if (link.relList.supports("prefetch")) document.head.append(link);
  else fetch(link.href, { priority: "low" }).then((answer) => answer.arrayBuffer()).catch(() => {});
}

/** Where a link leads within this site. */
function placeOf({ origin, pathname }) {
  return origin === site.origin && pathname.startsWith(site.pathname) ? pathname.slice(site.pathname.length, -1) : "";
}

/** Who points at a link may follow it: then all is asked for at once, on a slow line too. */
function onIntent({ target }) {
  const link = target.closest?.("a[href]");
  const own = link && FILES.own[placeOf(link)];
  if (own) [...FILES.all, ...own].forEach(ask);
}

if (!saveData) {
  for (const kind of ["pointerover", "focusin", "touchstart"]) addEventListener(kind, onIntent, { passive: true });
  const isCalculator = document.getElementById("rekenmotor"); // which loads it by itself
  const whenIdle = () => setTimeout(() => (window.requestIdleCallback ?? setTimeout)(() => FILES.all.forEach(ask)), IDLE_MS);
  if (!isCalculator && !/[23]g/.test(effectiveType)) {
    if (document.readyState === "complete") whenIdle();
    else addEventListener("load", whenIdle, { once: true });
  }
}
