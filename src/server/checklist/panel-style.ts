import { checklistStyle } from "../../report/checklist/html-style.js";
import { pageStyle } from "../../report/page-style.js";

/** How the panel looks, beside what it shares with pages. Words carry every meaning that colours have. */
export const panelStyle = `${pageStyle}${checklistStyle}
body { max-width: 64rem; }
h3 { font-size: 1.1em; }
h4 { display: inline; font-size: 1em; font-weight: normal; margin: 0; }
h4 .id { font-weight: 600; margin-right: 0.35em; }
h5 { font-size: 1em; }
small, .hint, .about, .gain { color: var(--quiet); font-weight: normal; }
[hidden] { display: none !important; }
button, input, select, textarea { font: inherit; color: var(--field-text); background: var(--field); border: 1px solid var(--field-line); border-radius: 3px; }
input, select, textarea { padding: 0.25rem 0.5rem; }
input[type="checkbox"], input[type="radio"] { margin: 0 0.35rem 0 0; vertical-align: -0.1em; }
button { padding: 0.3rem 0.8rem; cursor: pointer; color: var(--button-text); background: var(--button); border-color: var(--button-line); }
button:hover { background: var(--button-hover); }
button[type="submit"] { color: var(--main-text); background: var(--main); }
button[type="submit"]:hover { background: var(--main-hover); }
:is(button, input, select, textarea, summary):focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
.buttons { display: flex; flex-wrap: wrap; gap: 0.5rem 0.75rem; align-items: center; margin: 0.75rem 0 0; }
.note { border-left: 4px solid var(--mark-line); padding-left: 0.75rem; }
caption { text-align: left; font-weight: 600; padding-bottom: 0.35rem; }
.gain { display: block; }
.tag { border: 1px solid var(--border); border-radius: 3px; padding: 0 0.35rem; font-size: 0.85em; white-space: nowrap; }
#filter { display: flex; flex-wrap: wrap; gap: 0.75rem 1.25rem; align-items: center; border: 1px solid var(--border); border-radius: 4px; padding: 0.75rem 1rem; }
#filter fieldset { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; flex-basis: 100%; }
fieldset { border: 0; margin: 0; padding: 0; min-width: 0; }
legend { padding: 0; font-weight: 600; margin-bottom: 0.25rem; }
#filter label { white-space: nowrap; }
#filter input[type="search"] { width: 16rem; max-width: 60vw; }
#count { margin: 0; }
.stage { margin-top: 1.5rem; }
.item .body { padding: 0.25rem 0 0.5rem 1.1rem; }
.item .body > p:first-child { margin-top: 0.25rem; }
.verdict { min-width: 11em; margin-right: 0.5em; }
.item summary .tag { margin-left: 0.5em; }
.sign { border: 1px solid var(--border); border-radius: 4px; padding: 0.75rem 1rem; margin-top: 0.75rem; }
.sign fieldset label { display: block; }
.field { margin-top: 0.75rem; }
.field label, .field .hint { display: block; }
.field input, .field textarea { width: 100%; max-width: 34rem; }
.field input[type="date"] { width: auto; }
.problem { border-left: 4px solid var(--bad); padding-left: 0.75rem; font-weight: 600; }
.problem:empty { display: none; }
#progress { position: sticky; top: 0; z-index: 2; background: var(--page); border-bottom: 1px solid var(--border); padding: 0.5rem 0; display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; align-items: center; }
#progress p { margin: 0; flex: 1 1 16rem; }
#said { min-height: 1.6em; margin: 0.5rem 0 0; }
`;
