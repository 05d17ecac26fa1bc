import { listOf, recordOf, textOf, type Json } from "./json.js";

/** Enough for a table of counts, and for the beginning and the end of a training log. */
const longestOutput = 4000;

/** What a cell's outputs say in plain text: streams, results, and the names and words of errors. */
export function outputTexts(outputs: unknown): readonly string[] {
  return (listOf(outputs) ?? []).flatMap((output) => {
    const text = shown(recordOf(output) ?? {});
    return text === "" ? [] : [shortened(text)];
  });
}

function shortened(text: string): string {
  const half = longestOutput / 2;
  return text.length <= longestOutput ? text : `${text.slice(0, half)}\n${text.slice(-half)}`;
}

function shown(output: Json): string {
  switch (output["output_type"]) {
    case "stream":
      return textOf(output["text"]);
    case "error":
    case "pyerr":
      return [output["ename"], output["evalue"]].filter((part) => typeof part === "string").join(": ");
    default:
      return textOf(recordOf(output["data"])?.["text/plain"] ?? output["text"]);
  }
}
