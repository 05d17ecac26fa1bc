/** A rule of a Snakefile, as its text says. */
export interface SnakeRule {
  readonly name: string;
  readonly line: number;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly shell: readonly { readonly text: string; readonly line: number }[];
  readonly scripts: readonly string[];
  /** The rules that `rules.NAME.output` names. */
  readonly needs: readonly string[];
}

interface Section {
  readonly key: string;
  readonly line: number;
  text: string;
}

/** The rules of a Snakefile, which is Python with words of its own; comments and what Python computes are left out. */
export function snakeRules(text: string): readonly SnakeRule[] {
  const rules: { readonly name: string; readonly line: number; readonly sections: Section[] }[] = [];
  let isOpen = false;
  text.split("\n").forEach((source, index) => {
    const head = /^[ \t]*(?:rule|checkpoint)\s+(\w+)?\s*:/.exec(source);
    if (head !== null) {
      rules.push({ name: head[1] ?? `rule ${index + 1}`, line: index + 1, sections: [] });
      isOpen = true;
      return;
    }
    if (/^\S/.test(source) && !/^[#"')\]]/.test(source)) isOpen = false;
    const rule = rules.at(-1);
    if (!isOpen || rule === undefined) return;
    const section = /^[ \t]+([a-z_]+)\s*:(?!=)(.*)$/.exec(source);
    const plain = withoutComment(section === null || !keys.has(section[1]!) ? source : section[2]!);
    if (section !== null && keys.has(section[1]!))
      rule.sections.push({ key: section[1]!, line: index + 1, text: plain });
    else if (rule.sections.length > 0) rule.sections.at(-1)!.text += `\n${plain}`;
  });
  return rules.map(({ name, line, sections }) => {
    const of = (...wanted: readonly string[]) => sections.filter(({ key }) => wanted.includes(key));
    const texts = (...wanted: readonly string[]) => of(...wanted).flatMap((section) => stringsIn(section.text));
    return {
      ...{ name, line, inputs: texts("input"), outputs: texts("output"), scripts: texts("script", "notebook") },
      shell: of("shell").map((section) => ({ text: stringsIn(section.text).join("").trim(), line: section.line })),
      needs: of("input").flatMap((section) =>
        [...section.text.matchAll(/\brules\.(\w+)\./g)].map(([, other = ""]) => other),
      ),
    };
  });
}

const keys = new Set(
  (
    "input output shell script notebook run params log threads resources message conda container singularity wildcard_constraints " +
    "benchmark priority wrapper group retries localrule default_target envmodules shadow cache version name handover"
  ).split(" "),
);

/** A mark for a comment within a text is none. */
function withoutComment(source: string): string {
  const plain = source.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g, (quoted) => quoted.replaceAll("#", "_"));
  const at = plain.indexOf("#");
  return at < 0 || source.includes('"""') ? source : source.slice(0, at);
}

function stringsIn(text: string): readonly string[] {
  const strings = text.matchAll(/"""([\s\S]*?)"""|'''([\s\S]*?)'''|"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'/g);
  return [...strings].map(([, a, b, c, d]) => (a ?? b ?? c ?? d ?? "").replace(/\\(["'\\])/g, "$1"));
}
