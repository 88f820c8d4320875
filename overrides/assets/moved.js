// On the page of an address that moved: go to the new one, with whatever stands behind the #.
addEventListener("DOMContentLoaded", () => {
  const link = document.querySelector("[data-verhuisd]");
  const target = new URL(link.href);
  if (location.hash) target.hash = location.hash;
  location.replace(target);
});
