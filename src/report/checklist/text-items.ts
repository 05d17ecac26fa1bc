import type { ItemResult } from "../../checklist/result.js";
import type { Verdict } from "../../checklist/verdict.js";
import type { Colors } from "../text.js";
import type { ChecklistReport } from "./checklist-report.js";
import {
  byReason,
  firstOf,
  furtherAsks,
  gravityText,
  levelText,
  placeText,
  reasonOf,
  shareText,
  stagesOf,
  unreadableText,
  verdictSigns,
} from "./words.js";
import { hang, padTo } from "./wrap.js";

export interface Terminal {
  readonly colors: Colors;
  readonly columns: number;
}

/** The items of all stages, each with its verdict and what led to it. */
export function textItems(report: ChecklistReport, terminal: Terminal): readonly string[] {
  const { colors, columns } = terminal;
  const widestId = Math.max(...report.result.items.map(({ id }) => id.length), 0);
  return stagesOf(report).flatMap(({ title, score, items }) => [
    `${colors.bold(colors.underline(title))}  ${shareText(score)}`,
    ...items.filter(({ verdict }) => verdict !== "n/a").flatMap((item) => textItem(item, widestId, terminal)),
    ...byReason(items.filter(({ verdict }) => verdict === "n/a")).flatMap(({ reason, ids }) =>
      hang(`  ${verdictSigns["n/a"]} ${padTo("n/a", widestVerdict)}  `, `${ids.join(", ")}: ${reason}`, columns).map(
        colors.dim,
      ),
    ),
    "",
  ]);
}

const widestVerdict = "attested".length;

function textItem(item: ItemResult, widestId: number, { colors, columns }: Terminal): readonly string[] {
  const { verdict, id, question, evidence, objections, missing, asks, candidates, unreadable } = item;
  const head = `  ${verdictSigns[verdict]} ${padTo(verdict, widestVerdict)}  ${padTo(id, widestId)}  `;
  const gravity = gravityText(item);
  const paint = paints(colors)[verdict];
  const [first = "", ...rest] = hang(head, gravity === undefined ? question : `[${gravity}] ${question}`, columns);
  const indent = " ".repeat(columns < 70 ? 6 : head.length);
  const note = (label: string, text: string): readonly string[] =>
    hang(`${indent}${label}`, text, columns).map((line, index) =>
      index === 0 ? line.replace(label, colors.cyan(label)) : line,
    );
  const shown = <T>(list: readonly T[], label: string, show: (one: T) => string): readonly string[] => {
    const [some, left] = firstOf(list, mostPlaces);
    return [...some.flatMap((one) => note(label, show(one))), ...(left === 0 ? [] : note(label, `and ${left} more`))];
  };
  return [
    paint(first.slice(0, head.length)) + colors.bold(first.slice(head.length)),
    ...rest.map(colors.bold),
    ...note("", reasonOf(item) ?? ""),
    ...shown(evidence, "for ", (one) => `${placeText(one)} ${one.what} (${levelText(one.level)})`),
    ...shown(objections, "against ", (one) => `${placeText(one)} ${one.what}`),
    ...shown(furtherAsks(item), "asks ", String),
    ...shown(asks.length === 0 || evidence.length > 0 ? [] : candidates, "see ", placeText),
    ...shown(asks.length > 0 ? [] : missing.slice(0, 1), "missing ", String),
    ...shown(verdict === "unknown" ? [] : unreadable, "unreadable ", unreadableText),
  ];
}

/** More places are in the other formats. */
const mostPlaces = 2;

export function paints(colors: Colors): Readonly<Record<Verdict, (text: string) => string>> {
  return {
    ...{ pass: colors.green, attested: colors.green, partial: colors.yellow, unknown: colors.yellow },
    ...{ fail: colors.red, human: colors.blue, "n/a": colors.dim },
  };
}
