// @ts-check
/** Follows the links of a page through the extension, shows the place that was asked for, and takes in news. */
(() => {
  // @ts-expect-error The editor provides it.
  const editor = acquireVsCodeApi();

  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
    const href = link?.getAttribute("href") ?? "";
    // Links within the page and to the web are the editor's to follow.
    if (href === "" || href.startsWith("#") || /^https?:/.test(href)) return;
    event.preventDefault();
    editor.postMessage(href);
  });

  window.addEventListener("message", ({ data }) => {
    if (typeof data?.html !== "string") return;
    const { scrollY } = window;
    document.body.innerHTML = data.html;
    window.scrollTo(0, scrollY);
  });

  const anchor = document.querySelector('meta[name="anchor"]')?.getAttribute("content") ?? "";
  const place = anchor === "" ? null : document.getElementById(decodeURIComponent(anchor));
  if (place === null) return;
  place.tabIndex = -1;
  place.scrollIntoView();
  place.focus({ preventScroll: true });
})();
