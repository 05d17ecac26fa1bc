import type { DocSection } from "../../project/facts/file-facts.js";
import type { ChecklistProject } from "../project.js";

type Sources = Pick<ChecklistProject, "code" | "tasks">;

/** The files of source code that the blocks of code of a section run: by their path, as a module, or through a task. */
export function runsIn({ code, tasks }: Sources, section: DocSection): ReadonlySet<string> {
  const own = code.filter(({ role }) => role === "source").map(({ path }) => path);
  const found = new Set<string>();
  for (const block of section.code) {
    const text = commandsIn(block.text);
    for (const path of own) if (text.includes(path)) found.add(path);
    for (const [, module = ""] of text.matchAll(/\s-m\s+([\w.]+)/g)) {
      const ends = [`${module.replaceAll(".", "/")}.py`, `${module.replaceAll(".", "/")}/__main__.py`];
      for (const path of own) if (ends.some((end) => path === end || path.endsWith(`/${end}`))) found.add(path);
    }
    for (const { system, name, runs } of tasks) {
      if (programs[system]?.some((program) => hasWords(text, program, name)) !== true) continue;
      for (const run of runs) found.add(run.split("#")[0] ?? run);
    }
  }
  return found;
}

/** The lines that people could type: neither the keys of a file that is shown, nor a tree of folders, nor a comment. */
function commandsIn(text: string): string {
  return text
    .split("\n")
    .filter((line) => !/^\s*(?:[\w-]+:(?:\s|$)|-\s|#|[│├└|`])/.test(line))
    .join("\n");
}

/** What people type before the name of a task. */
const programs: Readonly<Record<string, readonly string[]>> = {
  ...{ make: ["make"], just: ["just"], task: ["task"] },
  ...{ npm: ["npm run", "pnpm run", "pnpm", "yarn", "bun run"], nox: ["nox -s", "nox --session", "nox -e"] },
};

function hasWords(text: string, program: string, name: string): boolean {
  for (let at = text.indexOf(`${program} ${name}`); at >= 0; at = text.indexOf(`${program} ${name}`, at + 1)) {
    const [before = " ", after = " "] = [text[at - 1], text[at + program.length + 1 + name.length]];
    if (/[\s`&;(]/.test(before) && /[\s`&;)]/.test(after)) return true;
  }
  return false;
}
