/** How the report of the checklist looks, beside what it shares with all pages. */
export const checklistStyle = `
body { max-width: 60rem; }
.outcome { font-size: 1.15em; border-left: 4px solid var(--border); padding-left: 1rem; }
.outcome.is-pass { border-color: var(--good); }
.outcome.is-fail { border-color: var(--bad); }
.numbers { display: grid; grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr)); gap: 1rem; margin: 1rem 0; }
.numbers div { border: 1px solid var(--border); border-radius: 4px; padding: 0.5rem 1rem; }
.numbers dt { color: var(--quiet); }
.numbers dd { margin: 0; }
.numbers dd.big { font-size: 1.6em; font-weight: 600; line-height: 1.3; }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr)); gap: 1rem 2.5rem; }
figure { margin: 0; }
figcaption { font-weight: 600; margin-bottom: 0.5rem; }
.chart { display: block; width: 100%; max-width: 30rem; height: auto; font-size: 14px; }
.chart text { fill: var(--text); }
.chart .rail { fill: var(--code); stroke: var(--border); }
.chart .bar { fill: var(--link); }
.chart .low { fill: var(--bad); }
details.item { border: 1px solid var(--border); border-radius: 4px; padding: 0.4rem 0.9rem; margin: 0.4rem 0; }
details.item summary { cursor: pointer; }
details.item summary:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
.verdict { display: inline-block; min-width: 6.2em; font-weight: 600; }
.is-pass, .is-attested { color: var(--good); }
.is-fail { color: var(--bad); }
.is-partial, .is-unknown { color: var(--warn); }
.is-human { color: var(--link); }
.outcome.is-pass, .outcome.is-fail { color: inherit; }
.id { font-family: var(--code-font); font-size: 0.92em; }
.label { font-weight: 600; margin: 0.6rem 0 0; }
.label + ul { margin-top: 0.1rem; }
.quiet, .why, .is-na { color: var(--quiet); }
@media print { details.item { break-inside: avoid; } }
`;

/** The colours of verdicts, for light and for dark. */
export const verdictColors = `
:root { --good: #116329; --bad: #a40e26; --warn: #7a4b00; }
@media (prefers-color-scheme: dark) { :root { --good: #7ee787; --bad: #ff9c94; --warn: #e3b341; } }
`;
