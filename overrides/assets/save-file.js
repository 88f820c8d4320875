// Gives the reader a file that Python made.

export function saveFile({ naam, type, inhoud, base64 }) {
  const content = base64 ? Uint8Array.from(atob(inhoud), (sign) => sign.charCodeAt(0)) : inhoud;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = naam;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
