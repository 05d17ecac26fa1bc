import { escapeHtml } from "../html.js";

/** A bar of a chart: a name, a number, and how much of the whole it is. */
export interface Bar {
  readonly title: string;
  readonly text: string;
  /** From 0 to 1; undefined for what does not apply, which has no bar. */
  readonly share: number | undefined;
  /** Too low; shown by a sign too, because not everybody sees the colour. */
  readonly isLow: boolean;
}

/** Bars as an SVG that stands in a page; its text alternative says every number. It takes its colours from the page. */
export function barChart(id: string, title: string, bars: readonly Bar[]): string {
  const height = bars.length * rowHeight;
  const said = bars.map((bar) => `${bar.title}: ${bar.text}${bar.isLow ? ", too low" : ""}`).join("; ");
  const rows = bars.map((bar, index) => {
    const top = index * rowHeight;
    const number = `${bar.isLow ? "✘ " : ""}${bar.text}`;
    const filled = Math.max(0, Math.min(1, bar.share ?? 0)) * width;
    return [
      `<text x="0" y="${top + 15}">${escapeHtml(bar.title)}</text>`,
      `<text class="number" x="${width}" y="${top + 15}" text-anchor="end">${escapeHtml(number)}</text>`,
      `<rect class="rail" x="0" y="${top + 21}" width="${width}" height="9" rx="2"/>`,
      ...(filled === 0
        ? []
        : [
            `<rect class="${bar.isLow ? "low" : "bar"}" x="0" y="${top + 21}" width="${Math.round(filled * 10) / 10}" height="9" rx="2"/>`,
          ]),
    ].join("");
  });
  return [
    `<svg class="chart" role="img" aria-labelledby="${id}-title ${id}-numbers" viewBox="0 0 ${width} ${height}">`,
    `<title id="${id}-title">${escapeHtml(title)}</title>`,
    `<desc id="${id}-numbers">${escapeHtml(said)}.</desc>`,
    ...rows,
    "</svg>",
  ].join("\n");
}

const width = 400;
const rowHeight = 40;
