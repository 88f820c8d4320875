// Which files Python needs in the browser: the page holds the list of them.

import { FULL, SMALL, listIn } from "./new-worker.js";

/** The page on the server is not this one any more: other scripts go with other files. */
class PageChanged extends Error {
  name = "PageChanged";
}

export class FileList {
  list = listIn(document);
  parts = SMALL;

  get isFull() {
    return this.parts === FULL;
  }

  /** From now on the files that lack nothing: the small ones lacked something, or what they are does not work here. */
  takeFull() {
    this.parts = FULL;
  }

  /** Back to the small files, where the full ones cannot be had: without a network they are not kept. */
  takeSmall() {
    this.parts = SMALL;
  }

  /** Takes the list from the page as it stands on the server now: files of before may be gone there. */
  async refresh() {
    const answer = await fetch(location.pathname + location.search, { cache: "no-cache" }).catch(() => null);
    if (!answer?.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const list = listIn(page);
    if (!list) return;
    const script = (of) => of.getElementById("rekenscript").getAttribute("src");
    if (script(page) !== script(document)) throw new PageChanged();
    this.list = list;
  }
}
