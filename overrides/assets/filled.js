// A place in the page that Python fills, and that was filled when the page was built.

export class Filled {
  #place;
  #published; // as the browser writes it
  #shown = null; // as it was given; null: what was built

  constructor(place) {
    this.#place = place;
    this.#published = place.innerHTML;
  }

  /** Leaves it alone when it is the same: the reader may have opened or ticked something in it. */
  show(html) {
    if (html === this.#shown) return;
    const fresh = document.createElement("template");
    fresh.innerHTML = html;
    const isThere = this.#shown === null && fresh.innerHTML === this.#published;
    this.#shown = html;
    if (!isThere) mend(this.#place, fresh.content);
  }

  showPublished() {
    this.#shown = null;
    this.#place.innerHTML = this.#published;
  }
}

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
