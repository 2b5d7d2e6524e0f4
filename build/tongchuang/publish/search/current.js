// @ts-check
// The way to the index in force. Its reader lies beside it, so that the two are always of one release; this file is the
// only one that a browser may have of another, and says nothing of either.

let tries = 0;

/** What searches the release at `root`.
 * @param {URL} root @returns {ReturnType<typeof import("./reader.js").open>} */
export async function open(root) {
  const response = await fetch(new URL("search/current.json", root), { cache: "no-cache" });
  if (!response.ok) throw new Error("current.json");
  const current = await response.json();
  // A browser tries a script only once under one address.
  const reader = await import(new URL(`search/${current.hash}/reader.js#${tries++}`, root).href);
  return reader.open(current);
}
