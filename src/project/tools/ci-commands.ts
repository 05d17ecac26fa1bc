import { isScalar, parseAllDocuments, visit } from "yaml";
import { nameOf } from "../paths.js";
import type { Span } from "../../syntax/span.js";
import { blank, blankComments } from "./blank-comments.js";
import type { ToolWords } from "./detectors.js";
import type { Found } from "./trace.js";

/** Globs of the files whose commands and images are read: CI, containers, scripts. */
export const commandGlobs = [
  "**/.github/workflows/*.{yml,yaml}",
  "**/.github/actions/**/action.{yml,yaml}",
  "**/{.gitlab-ci,azure-pipelines,bitbucket-pipelines,.drone,.travis,cloudbuild,compose}.{yml,yaml}",
  "**/docker-compose*.{yml,yaml}",
  "**/{.circleci,.buildkite,.pipelines,.woodpecker}/*.{yml,yaml}",
  "**/{Dockerfile*,*.Dockerfile,Jenkinsfile,Makefile,Procfile,justfile}",
  "**/*.{sh,bash,sbatch,slurm}",
] as const;

/** The commands and images of tools that a file runs or uses: not those that a comment, a title or an `echo` mentions. */
export function ciTraces(text: string, path: string, sought: readonly ToolWords[]): readonly Found[] {
  const commands = commandText(text, path);
  return sought.flatMap(({ tool, words }) => {
    for (const word of words) {
      const span = firstCommand(commands, word);
      if (span !== undefined) return [{ tool, kind: "ci", span, what: word }];
    }
    return [];
  });
}

/** A text of the same length in which only commands and images are left. */
function commandText(text: string, path: string): string {
  const name = nameOf(path);
  if (/\.ya?ml$/.test(name)) return yamlCommands(text);
  const code = blankComments(text, path);
  if (!/Dockerfile/.test(name)) return code;
  // `CMD ["streamlit", "run"]` is a command as well.
  return code.replace(/^[ \t]*(?:CMD|ENTRYPOINT|RUN)[ \t]+\[.*$/gm, (line) => line.replace(/["',[\]]/g, " "));
}

/** Under these keys CI systems and containers have what they run and use. */
const commandKeys =
  /^(?:run|uses|image|container|script|before_script|after_script|install|command|commands|args|entrypoint|bash|pwsh|powershell|plugins|steps|task|before_install|before_deploy|deploy)$/;

function yamlCommands(text: string): string {
  const spans: Span[] = [];
  for (const document of parseAllDocuments(text, { logLevel: "silent", prettyErrors: false })) {
    visit(document, {
      Scalar: (place, { value, range }, above) => {
        if (place === "key" || typeof value !== "string" || range === undefined || range === null) return;
        const key = above.findLast((node) => "key" in node && isScalar(node.key));
        const name = key !== undefined && "key" in key && isScalar(key.key) ? key.key.value : undefined;
        if (typeof name === "string" && commandKeys.test(name)) spans.push({ start: range[0], end: range[1] });
      },
    });
  }
  let commands = "";
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    if (start < commands.length) continue;
    commands += blank(text.slice(commands.length, start)) + blankComments(text.slice(start, end), "script.sh");
  }
  return commands;
}

function firstCommand(text: string, word: string): Span | undefined {
  const isReference = /^[\w-]+\/[\w-]*$/.test(word);
  const parts = word.split(" ").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  // Neither the start of a longer word, nor a target, a variable or a function of that name.
  const end = /\w$/.test(word) ? "(?![\\w/=(-]|:\\s)" : "";
  for (const match of text.matchAll(new RegExp(`(?<![\\w-])${parts.join("\\s+")}${end}`, "g"))) {
    const start = match.index;
    const before = text.slice(
      Math.max(text.lastIndexOf("\n", start - 1), text.lastIndexOf("\r", start - 1)) + 1,
      start,
    );
    if (isReference ? !/\w\/$/.test(before) && !/\becho\b/.test(before) : beginsCommand(before) || isImage(before)) {
      return { start, end: start + match[0].length };
    }
  }
  return undefined;
}

/** An image of some registry: `nvcr.io/nvidia/` before `tritonserver`. */
function isImage(before: string): boolean {
  return /^[\w-]+(?:\.[\w-]+)+(?:\/[\w-]+)*\/$/.test(before.slice(before.lastIndexOf(" ") + 1));
}

/** After this much of a line, does a command begin, perhaps behind others that start it? */
function beginsCommand(before: string): boolean {
  const [last = ""] = before.split(/&&|\|\||[;|&(`{]/).slice(-1);
  const words = last.split(/[\s"'@]+/).filter((word) => word !== "");
  return words.every((word, index) => isStarter(word) || (word !== "echo" && /^--?\w/.test(words[index - 1] ?? "")));
}

/** What stands before a command that it starts: `sudo`, `RUN`, `CUDA_VISIBLE_DEVICES=0`, `poetry run`, options of these. */
function isStarter(word: string): boolean {
  return starters.has(word) || /^[A-Z_][A-Z0-9_]*=/.test(word) || /^-/.test(word) || /^>[+-]?$/.test(word);
}

const starters = new Set(
  (
    "RUN CMD ENTRYPOINT FROM then do else if ! sh bat bash -c sudo time exec nohup env srun mpirun xargs npx python python3 " +
    "uv poetry pipenv pdm hatch pixi pipx conda run |"
  ).split(" "),
);
