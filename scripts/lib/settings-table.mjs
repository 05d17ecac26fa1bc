import { readFile } from "node:fs/promises";

/** The editor's settings as a Markdown table, from the manifest. */
export async function settingsTable() {
  const manifest = JSON.parse(await readFile("package.json", "utf8"));
  const words = JSON.parse(await readFile("package.nls.json", "utf8"));
  const rows = Object.entries(manifest.contributes.configuration.properties).map(([name, setting]) => [
    `\`${name}\``,
    [setting.markdownDescription ?? setting.description, ...choices(setting)]
      .map((text) => inWords(text, words))
      .join(" "),
    `\`${JSON.stringify(setting.default)}\``,
  ]);
  return [["Setting", "What it does", "Default"], ["---", "---", "---"], ...rows]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
}

function choices(setting) {
  const descriptions = setting.markdownEnumDescriptions ?? setting.enumDescriptions ?? [];
  return descriptions.map((description, index) => `\`${setting.enum[index]}\`: ${description}`);
}

/** Replaces each `%key%` by its text. */
function inWords(text, words) {
  return text.replace(/%([\w.]+)%/g, (_, key) => {
    if (words[key] === undefined) throw new Error(`package.nls.json has no ${key}.`);
    return words[key];
  });
}
