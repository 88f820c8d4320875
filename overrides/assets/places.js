// Ways within the page: to a field or a day, opening what it is folded in; and which groups of the form stand open.

/** Goes to a part of the page and gives it the focus; the answer begins with its first sentence. */
export function goTo(id) {
  const target = id === "uitkomst" ? document.querySelector("[data-hoofdzin]") : document.getElementById(id);
  if (!target) return;
  for (let folded = target.closest("details"); folded; folded = folded.parentElement.closest("details")) folded.open = true;
  const own = target.matches("[data-mijlpaal]") ? target.querySelector("details") : null;
  if (own) own.open = true;
  const focused = own?.querySelector("summary") ?? target.querySelector(":scope:is(fieldset) :checked") ?? target.querySelector(":scope:is(fieldset) input") ?? target;
  if (!focused.matches("input, select, textarea, summary, [tabindex]")) focused.tabIndex = -1;
  focused.focus({ preventScroll: true });
  target.scrollIntoView({ block: target.matches("input, select, textarea") ? "center" : "start" });
}

/** Opens every group in which something is filled in; not one that says so in its own line. */
export function openFilledGroups(page, fields) {
  for (const [group, inside] of groupsOf(page, fields)) {
    if (!group.querySelector("[data-groep-zegt]") && inside.some(isFilled)) group.open = true;
  }
}

/** Opens every group in which something is wrong (`found`, by key); one that the reader closed stays closed otherwise. */
export function openWrongGroups(page, fields, found) {
  for (const [group, inside] of groupsOf(page, fields)) {
    if (inside.some((field) => found[field.name]?.fout)) group.open = true;
  }
}

/** Says in the line of each group what Python says of it, and hides the ones there is no reason to ask. */
export function tellGroups(page, states) {
  for (const [key, { toon, zegt }] of Object.entries(states)) {
    const group = page.querySelector(`[data-groep="${CSS.escape(key)}"]`);
    if (!group) continue;
    group.hidden = !toon && !group.contains(document.activeElement);
    group.querySelector("[data-groep-zegt]").textContent = zegt;
  }
}

/** Closes a group that held something and is emptied, once the reader has left it. */
export function foldEmptied(page, fields) {
  for (const [group, inside] of groupsOf(page, fields)) {
    const holds = inside.some(isFilled);
    const isLeft = !group.contains(document.activeElement);
    if (holds) group.dataset.gevuld = "";
    else if ("gevuld" in group.dataset && isLeft && group.querySelector("[data-groep-zegt]")) {
      group.open = false;
      delete group.dataset.gevuld;
    }
  }
}

/** Closes what the example had opened and nobody has filled in; never above the field in which somebody types. */
export function closeEmptyGroups(page, fields, typing = null) {
  for (const [group, inside] of groupsOf(page, fields)) {
    const isBelow = !typing || typing.compareDocumentPosition(group) === Node.DOCUMENT_POSITION_FOLLOWING;
    if (isBelow && !inside.some(isFilled)) group.open = false;
  }
}

function groupsOf(page, fields) {
  const groups = [...page.querySelectorAll("[data-groep]")];
  return groups.map((group) => [group, fields.filter((field) => group.contains(field.place ?? field))]);
}

const isFilled = (field) => field.value !== (field.dataset.standaard ?? "");
