/** Folders of what is no part of the product, by what they hold. */
export const folders: Readonly<Record<string, readonly string[]>> = {
  "code of others": [
    ".venv/lib/python3.12/site-packages/kit",
    "env/lib/python3.12/site-packages/kit",
    "node_modules/kit",
    "third_party/kit",
    "vendor/kit",
  ],
  "what a build made": ["build/lib", "dist"],
  "an example": ["examples", "docs/examples"],
  "a template": ["templates/project", "cookiecutter/{{cookiecutter.name}}", "{{cookiecutter.name}}"],
};

const cellOf = {
  markdown: (source: string) => ({ cell_type: "markdown", metadata: {}, source }),
  raw: (source: string) => ({ cell_type: "raw", metadata: {}, source }),
  output: (text: string) => ({
    ...{ cell_type: "code", metadata: {}, source: "1", execution_count: 1 },
    outputs: [{ output_type: "stream", name: "stdout", text }],
  }),
};

/** A notebook whose only cell holds the text where no code is. */
export function notebook(kind: keyof typeof cellOf, text: string): string {
  return JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells: [cellOf[kind](text)] });
}
