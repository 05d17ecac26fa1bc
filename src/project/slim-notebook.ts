import { JSONParser } from "@streamparser/json";

/** What a notebook's code and place among the cells need; outputs and attachments are what makes files large. */
const cellKeys = ["cell_type", "source", "input", "execution_count", "prompt_number", "language", "metadata"];
const cellLists = ["$.cells", "$.worksheets.*.cells"];

/**
 * The text of a notebook without its outputs, for one that is too large only because of these. The file is read piece by
 * piece, so that no output is ever kept. Throws a `SyntaxError` where the JSON is broken.
 */
export function slimNotebook(bytes: Uint8Array): string {
  const cells: Record<string, unknown>[] = [];
  const top: Record<string, unknown> = {};
  const parser = new JSONParser({
    paths: ["$.metadata", ...cellLists.flatMap((list) => cellKeys.map((key) => `${list}.*.${key}`))],
    keepStack: false,
  });
  let latest: number | string | undefined;
  parser.onValue = ({ key, value, stack }) => {
    if (typeof key !== "string") return;
    if (key === "metadata" && stack.length === 1) {
      top["metadata"] = value;
      return;
    }
    const place = stack.map((level) => level.key).join();
    if (place !== latest) cells.push({});
    latest = place;
    const cell = cells.at(-1);
    if (cell !== undefined) cell[key] = value;
  };
  try {
    for (let from = 0; from < bytes.length; from += pieceSize) parser.write(bytes.subarray(from, from + pieceSize));
    if (!parser.isEnded) parser.end();
  } catch (error) {
    throw new SyntaxError(error instanceof Error ? error.message : String(error));
  }
  return JSON.stringify({ ...top, cells });
}

const pieceSize = 65_536;
