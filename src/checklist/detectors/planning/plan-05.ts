import { detected, type Evidence } from "../../evidence.js";
import type { Detector } from "../../project.js";
import { documentsAt, type Passage, passagesOf } from "../../search/documents.js";

/** Were harm, misuse and legal limits considered by named people? A document is a hint; a person says so. */
export const detector: Detector = ({ docs, files }) => {
  const documents = [...documentsAt(docs, path), ...passagesOf(docs, { heading })];
  const found = distinct(documents).flatMap(evidenceOf);
  const licences = files
    .filter((file) => /(?:^|\/)data(?:sets?)?\/(?:.*\/)?LICEN[CS]E(?:\.\w+)?$/i.test(file))
    .map((file): Evidence => ({
      ...{ path: file, line: 1, level: "L1", rule: "data-licence" },
      what: "A licence of the data",
    }));
  const evidence = [...found, ...licences];
  const [best] = evidence;
  const open = distinct(documents).filter(({ boxes }) => boxes.open > 0);
  return detected({
    evidence,
    forks: [
      {
        question: "Who considered harm, misuse and legal limits, and what came of it?",
        ...(best === undefined ? {} : { at: { path: best.path, line: best.line } }),
      },
    ],
    missing:
      open.length > 0
        ? open.map(({ path: file, boxes }) => `Answer the ${boxes.open} open boxes of ${file}, and attest it.`)
        : best === undefined
          ? ["Write down who may be harmed, how it may be misused and which laws apply, and attest it."]
          : [`Let the people who wrote ${best.path} attest it.`],
    searched: ["Documents and sections on ethics, misuse, risks and data protection, and licences of data."],
  });
};

const path =
  /(?:^|\/)(?:[\w-]*(?:ethics?|deon|dpia|misuse|harms?|impact[-_]assessment|responsible[-_]ai|data[-_]protection))[\w-]*\.(?:md|rst)$|(?:^|\/)risks?\.(?:md|rst)$/i;
const heading =
  /\bethic|\bmisuse\b|\bout[- ]of[- ]scope use|\bharms?\b|\bprivacy impact\b|\bdata protection\b|\blegal (?:limits|basis|considerations)\b|\bbias,? risks/i;

/** Prose or a ticked box was written by somebody; a list of empty boxes was copied. */
function evidenceOf({ path: file, line, heading: title, words, boxes }: Passage): readonly Evidence[] {
  const isList = boxes.ticked + boxes.open > 0;
  if (isList ? boxes.ticked === 0 : words < 15) return [];
  const ticked = isList ? `, ${boxes.ticked} of ${boxes.ticked + boxes.open} boxes ticked` : `, ${words} words`;
  return [{ path: file, line, level: "L2", what: `"${title}"${ticked}`, rule: "ethics-document" }];
}

/** A section of a document that was found counts with it. */
function distinct(passages: readonly Passage[]): readonly Passage[] {
  return passages.filter(
    ({ path: file, line }, index) =>
      passages.findIndex((one) => one.path === file && (path.test(file) || one.line === line)) === index,
  );
}
