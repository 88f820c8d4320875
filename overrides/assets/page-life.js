// What a page asks of the browser around it: the reader's own day, whether it was put away for long, a press as one act.

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

// A press that takes the focus out of a field makes a message appear there, which moves the button away before the press
// ends: then nothing is sent. So the field keeps the focus for as long as the button is held down.
// (Enter in a field is a click of no pointer: there nothing was held down.)
const pressed = ({ target }) => target.closest("[data-reken]");
document.addEventListener("mousedown", (event) => pressed(event) && event.preventDefault());
document.addEventListener("click", (event) => event.detail && pressed(event)?.focus(), { capture: true });
