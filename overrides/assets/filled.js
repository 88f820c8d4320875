// A place in the page that Python fills, and that was filled when the page was built.

export class Filled {
  #place;
  #published; // as the browser writes it
  #shown = null; // as it was given; null: what was built

  constructor(place) {
    this.#place = place;
    this.#published = place.innerHTML;
  }

  /** What the reader opened or ticked in it stays so; when it is the same, it is left alone. */
  show(html) {
    if (html === this.#shown) return;
    const fresh = document.createElement("template");
    fresh.innerHTML = html;
    const isThere = this.#shown === null && fresh.innerHTML === this.#published;
    this.#shown = html;
    if (isThere) return;
    carryOver(this.#place, fresh.content);
    mend(this.#place, fresh.content);
  }

  /** Another case: what was ticked in this one is not. */
  forgetTicks() {
    for (const box of this.#place.querySelectorAll("input")) box.checked = box.defaultChecked;
  }

  showPublished() {
    this.#shown = null;
    this.#place.innerHTML = this.#published;
  }
}

/** Opens and ticks in `fresh` what is open and ticked in `node`: the same fold, or the same answer to the same question. */
function carryOver(node, fresh) {
  const open = new Set([...node.querySelectorAll("details[open]")].map(nameOfFold));
  for (const fold of fresh.querySelectorAll("details")) fold.toggleAttribute("open", open.has(nameOfFold(fold)));
  const boxes = new Map([...node.querySelectorAll("input")].map((box) => [`${box.name}=${box.value}`, box.checked]));
  for (const box of fresh.querySelectorAll("input")) box.checked = boxes.get(`${box.name}=${box.value}`) ?? box.checked;
}

const nameOfFold = (fold) => [fold.closest("[data-mijlpaal]")?.dataset.mijlpaal, fold.className, ...Object.values(fold.dataset)].join();

/** Gives a node the children of another, and leaves those alone that are the same: only what changes is drawn anew. */
function mend(node, fresh) {
  const [old, wanted] = [[...node.childNodes], [...fresh.childNodes]];
  const isSame = (index) => old.at(index)?.isEqualNode(wanted.at(index) ?? null);
  let first = 0;
  while (first < Math.min(old.length, wanted.length) && isSame(first)) first += 1;
  let last = -1; // from the end
  while (first - last <= Math.min(old.length, wanted.length) && isSame(last)) last -= 1;
  const [gone, come] = [old, wanted].map((nodes) => nodes.slice(first, nodes.length + last + 1));
  if (gone.length === come.length) gone.forEach((child, index) => mendOne(child, come[index]));
  else {
    if (first) old[first - 1].after(...come);
    else node.prepend(...come);
    gone.forEach((child) => child.remove());
  }
}

function mendOne(node, fresh) {
  if (node.isEqualNode(fresh)) return;
  if (node.nodeType === Node.TEXT_NODE && fresh.nodeType === Node.TEXT_NODE) node.data = fresh.data;
  else if (node.cloneNode(false).isEqualNode(fresh.cloneNode(false))) mend(node, fresh);
  else node.replaceWith(fresh);
}
