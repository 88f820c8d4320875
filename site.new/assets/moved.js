// Follows an address that moved (publishing/redirects.py).

const link = document.querySelector("[data-verhuisd-pagina]");
if (link) {
  // A whole page: whatever stands behind the # goes along.
  const target = new URL(link.href);
  if (location.hash) target.hash = location.hash;
  location.replace(target);
}

/** A heading that went to another page left a line with the way. */
function followHeading() {
  const line = [...document.querySelectorAll(".sw-verhuisd")].find(({ id }) => `#${id}` === location.hash);
  if (line) location.replace(line.querySelector("a").href);
}
addEventListener("hashchange", followHeading);
followHeading();
