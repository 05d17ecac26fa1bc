/** How pages look. The colours are named here, and given by where the page is shown. */
export const pageStyle = `
* { box-sizing: border-box; }
body {
  margin: 0 auto; max-width: 48rem; padding: 0 1.25rem 2rem;
  color: var(--text); background: var(--page); line-height: 1.6; overflow-wrap: break-word;
}
a { color: var(--link); text-decoration: underline; text-underline-offset: 0.15em; }
a:focus-visible, [tabindex="0"]:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
[tabindex="-1"]:focus { outline: none; }
.skip { position: absolute; left: -100vw; }
.skip:focus { left: 1rem; top: 0.5rem; padding: 0.25rem 0.75rem; background: var(--page); z-index: 1; }
header { border-bottom: 1px solid var(--border); margin-bottom: 1.5rem; padding: 0.75rem 0; }
footer { border-top: 1px solid var(--border); margin-top: 2rem; padding-top: 0.75rem; }
nav ul { list-style: none; display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; margin: 0; padding: 0; }
nav.way { margin-top: 0.5rem; color: var(--quiet); }
nav.way ul { gap: 0.25rem 0; }
nav.way li + li::before { content: "›"; margin: 0 0.5rem; }
nav.on ul { justify-content: space-between; }
h1, h2, h3 { line-height: 1.3; margin: 2rem 0 0.75rem; }
h1 { margin-top: 0; font-size: 1.75em; }
h2 { font-size: 1.3em; }
ul, ol { padding-left: 1.5rem; }
main li + li { margin-top: 0.2rem; }
blockquote { margin: 1rem 0; padding: 0.1rem 1rem; border-left: 4px solid var(--border); }
code, pre { font-family: var(--code-font); font-size: 0.92em; }
code { background: var(--code); padding: 0.1em 0.3em; border-radius: 3px; }
pre { background: var(--code); padding: 0.75rem 1rem; overflow-x: auto; border-radius: 4px; line-height: 1.45; }
pre code { background: none; padding: 0; font-size: 1em; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; }
th, td { border: 1px solid var(--border); padding: 0.35rem 0.6rem; text-align: left; vertical-align: top; overflow-wrap: normal; }
hr { border: 0; border-top: 1px solid var(--border); }
.finding { border: 1px solid var(--border); border-left: 4px solid var(--mark-line); padding: 0 1rem 0.5rem; margin: 1.25rem 0; border-radius: 4px; }
.finding h2 { margin: 0.75rem 0 0.5rem; font-size: 1.1em; }
.finding p { margin: 0.5rem 0; }
.finding pre { white-space: pre-wrap; }
mark { color: inherit; background: var(--mark); border-bottom: 2px solid var(--mark-line); }
.number { color: var(--quiet); user-select: none; }
`;

/** The colours of pages that a browser shows by themselves, for light and for dark. */
export const browserColors = `
:root {
  color-scheme: light dark; font-family: system-ui, sans-serif; --code-font: ui-monospace, "Cascadia Code", Menlo, Consolas, monospace;
  --page: #ffffff; --text: #1f2328; --quiet: #59636e; --link: #0b57a4; --focus: #0b57a4; --border: #d1d9e0;
  --code: #f3f5f7; --mark: #fff3c4; --mark-line: #9a6700;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #16191d; --text: #e6e9ec; --quiet: #a7b0b9; --link: #8cbcff; --focus: #8cbcff; --border: #3d444d;
    --code: #22272d; --mark: #4a3d12; --mark-line: #e3b341;
  }
}
`;
