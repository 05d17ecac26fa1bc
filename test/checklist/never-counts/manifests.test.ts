import { type LookAlikes, onlyTheRealCounts, type Texts } from "./counts.js";
import { type ManifestItem, manifestItems } from "./manifest-items.js";
import { folders, notebook } from "./places.js";

describe("a manifest that nothing reads never counts", () => {
  for (const item of manifestItems) {
    it(`is no evidence for ${item.id}, which ${item.path} is where it stands`, async () => {
      const { id, rest, path, text, empty, config } = item;
      const trial = { id, nothing: { ...rest, [path]: empty }, real: { ...rest, [path]: text } };
      await onlyTheRealCounts({ ...trial, ...(config === undefined ? {} : { config }) }, lookAlikes(item));
    });
  }
});

function lookAlikes({ rest, path, text, empty }: ManifestItem): LookAlikes {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const nothing = { ...rest, [path]: empty };
  const inFiles = (...paths: readonly string[]): Texts => {
    return { ...nothing, ...Object.fromEntries(paths.map((one) => [one, text])) };
  };
  const commented = text.replace(/^(?=.)/gm, "# ");
  return {
    "its lines in comments": { ...rest, [path]: `${empty}${commented}` },
    "its lines in comments at the top": { ...rest, [path]: `${commented}${empty}` },
    "the file in comments": { ...rest, [path]: commented },
    "an empty file": { ...rest, [path]: "" },
    "a disabled file": inFiles(`${path}.disabled`, `${path}.bak`, `${path}.orig`, `${path}.off`),
    "the README": { ...nothing, "README.md": `# Late parcels\n\n\`\`\`\n${text}\`\`\`\n` },
    "a document": { ...nothing, [`docs/${name}.md`]: text },
    "a string of the code": { ...nothing, "wanted.py": `WANTED = r'''\n${text}'''\nprint(WANTED)\n` },
    "a docstring": { ...nothing, "wanted.py": `r'''What ${name} should say:\n\n${text}'''\n` },
    "a Markdown cell": { ...nothing, "notes.ipynb": notebook("markdown", text) },
    "the output of a cell": { ...nothing, "notes.ipynb": notebook("output", text) },
    ...Object.fromEntries(
      Object.entries(folders).map(([form, all]) => [form, inFiles(...all.map((folder) => `${folder}/${path}`))]),
    ),
  };
}
