import { listOf, recordOf, textOf, type Json } from "./json.js";
import type { BrokenNotebook, Notebook, NotebookCell } from "./notebook.js";
import { outputTexts } from "./outputs.js";

/**
 * Reads the text of an `.ipynb` file: nbformat 3 and 4, as Jupyter, VS Code, Colab and Databricks write it
 * (https://nbformat.readthedocs.io/en/latest/format_description.html). Total: what is odd in one cell costs that cell,
 * and what is no notebook is told with the reason.
 */
export function readNotebook(text: string): Notebook | BrokenNotebook {
  const parsed = parseJson(text);
  if ("problem" in parsed) return parsed;
  const file = recordOf(parsed.value);
  if (file === undefined) return { problem: "it is no notebook: its JSON is not an object" };
  const cells = cellsOf(file);
  if (cells === undefined) return { problem: "it is no notebook: it has no list of cells" };
  const language = languageOfKernel(file);
  return { cells: cells.map((cell) => readCell(recordOf(cell) ?? {}, language)) };
}

function parseJson(text: string): { readonly value: unknown } | BrokenNotebook {
  if (text.trim() === "") return { problem: "it is empty" };
  try {
    const value: unknown = JSON.parse(text);
    return { value };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { problem: `its JSON is broken: ${error.message}` };
  }
}

/** Format 3 has sheets of cells, of which only ever one was used. */
function cellsOf(file: Json): readonly unknown[] | undefined {
  return (
    listOf(file["cells"]) ?? listOf(file["worksheets"])?.flatMap((sheet) => listOf(recordOf(sheet)?.["cells"]) ?? [])
  );
}

/** A notebook without a word about its kernel is taken for Python, which nearly all are. */
function languageOfKernel(file: Json): string {
  const metadata = recordOf(file["metadata"]) ?? {};
  const kernel = recordOf(metadata["kernelspec"]) ?? {};
  const databricks = recordOf(metadata["application/vnd.databricks.v1+notebook"]) ?? {};
  const said = [recordOf(metadata["language_info"])?.["name"], kernel["language"], databricks["language"]].find(
    (name) => typeof name === "string" && name !== "",
  );
  return plainLanguage(said ?? kernel["name"]);
}

function readCell(cell: Json, kernelLanguage: string): NotebookCell {
  const type = cell["cell_type"];
  const kind = type === "code" ? "code" : type === "markdown" || type === "heading" ? "markdown" : "other";
  const text = textOf(cell["source"] ?? cell["input"]);
  const count = cell["execution_count"] ?? cell["prompt_number"];
  return {
    kind,
    language: languageOfCell(cell, kernelLanguage),
    text: type === "heading" ? `# ${text}` : text,
    executionCount: typeof count === "number" ? count : undefined,
    outputs: kind === "code" ? outputTexts(cell["outputs"]) : [],
  };
}

/** VS Code notes a cell's own language where it is not the kernel's; format 3 notes it for every cell. */
function languageOfCell(cell: Json, kernelLanguage: string): string {
  const metadata = recordOf(cell["metadata"]);
  const own =
    recordOf(metadata?.["vscode"])?.["languageId"] ?? recordOf(metadata?.["dotnet_interactive"])?.["language"];
  return typeof own === "string" ? plainLanguage(own) : kernelLanguage;
}

/** `ipython`, `python3` and `Python 3 (ipykernel)` are all Python. */
function plainLanguage(name: unknown): string {
  if (typeof name !== "string" || name === "") return "python";
  const lower = name.toLowerCase();
  return /^i?python|^conda|^pyt|^pysparkkernel$/.test(lower) ? "python" : lower;
}
