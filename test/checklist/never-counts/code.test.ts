import { type CodeItem, codeItems } from "./code-items.js";
import { type LookAlikes, onlyTheRealCounts, type Texts } from "./counts.js";
import { folders, notebook } from "./places.js";

describe("code that does not run never counts", () => {
  for (const item of codeItems) {
    it(`is no evidence for ${item.id}, which the same code is where it runs`, async () => {
      const { id, config } = item;
      const trial = { id, nothing: project(item, "pass"), real: project(item, item.code) };
      await onlyTheRealCounts({ ...trial, ...(config === undefined ? {} : { config }) }, lookAlikes(item));
    });
  }
});

function lookAlikes(item: CodeItem): LookAlikes {
  const { path, code } = item;
  const nothing = project(item, "pass");
  const real = scriptWith(item, code);
  const imports = code.split("\n").filter((line) => /^(?:import|from) /.test(line));
  const packages = imports.map((line) => packageOf(line.split(/[ .]/)[1] ?? ""));
  return {
    "a comment": project(item, `pass\n${code.replace(/^/gm, "# ")}`),
    "a string": project(item, `note = r'''\n${code}\n'''`),
    "a docstring": with_(nothing, path, `\n\ndef later():\n    r'''Runs this:\n\n${code}\n    '''\n`),
    "a string that is shown": project(item, `print(r'''${code}''')`),
    "code that never runs": project(item, `if False:\n${code.replace(/^/gm, "    ")}`),
    "a Markdown cell": { ...nothing, "notes.ipynb": notebook("markdown", code) },
    "a raw cell": { ...nothing, "notes.ipynb": notebook("raw", code) },
    "the output of a cell": { ...nothing, "notes.ipynb": notebook("output", code) },
    "the README": { ...nothing, "README.md": `# Late parcels\n\n\`\`\`python\n${code}\n\`\`\`\n` },
    "imports that nothing calls": project(item, imports.join("\n") || "pass"),
    "a requirement": {
      ...nothing,
      "requirements.txt": packages.map((name) => `${name}==1.0.0\n`).join(""),
      "environment.yml": `dependencies:\n${packages.map((name) => `  - ${name}=1.0.0\n`).join("")}`,
    },
    "names alone": { ...nothing, ...namesOf(code) },
    "a disabled file": { ...nothing, [`${path}.disabled`]: real, [`old/${path}.disabled`]: real },
    ...Object.fromEntries(
      Object.entries(folders).map(([form, all]) => [
        form,
        { ...nothing, ...Object.fromEntries(all.map((folder) => [`${folder}/${path}`, real])) },
      ]),
    ),
  };
}

function project(item: CodeItem, code: string): Texts {
  return { ...item.rest, [item.path]: scriptWith(item, code) };
}

/** The script with the code in its place, at the indentation of the place; what is quoted keeps its own. */
function scriptWith({ script }: CodeItem, code: string): string {
  return script.replace(/^( *)#here$/m, (_, indent: string) => code.replace(/^(?=.)/gm, indent));
}

function with_(texts: Texts, path: string, more: string): Texts {
  return { ...texts, [path]: `${texts[path] ?? ""}${more}` };
}

/** Files, functions, classes and tests that are named as what the code calls, and do nothing. */
function namesOf(code: string): Texts {
  const called = [...code.matchAll(/(\w+)\(/g)].map(([, name = ""]) => name);
  return Object.fromEntries(
    called.flatMap((name) => [
      [`src/${name}.py`, `def ${name}_all(*values):\n    pass\n\n\nclass ${name}Step:\n    pass\n`],
      [`tests/test_${name}.py`, `def test_${name}():\n    pass\n`],
    ]),
  );
}

const packageOf = (module: string): string => (module === "sklearn" ? "scikit-learn" : module);
