// What a page asks of the browser around it: the reader's own day, and whether it was put away for long.

const LONG_MS = 10 * 60_000;

/** The reader's own date. */
export function today() {
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  return `${String(now.getFullYear()).padStart(4, "0")}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

export function whenHiddenForLong(act) {
  let timer;
  document.addEventListener("visibilitychange", () => {
    clearTimeout(timer);
    if (document.hidden) timer = setTimeout(act, LONG_MS);
  });
}
