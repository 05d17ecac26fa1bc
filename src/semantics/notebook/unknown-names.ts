import { namelessExtensions, namelessMagics } from "../../knowledge/notebooks.js";
import type { FormModule } from "../../syntax/form.js";
import { eachExpression, eachStatement } from "../code/visit.js";

/**
 * May a notebook have names that its code does not show? Other notebooks that it runs, stars, `exec` and what is broken
 * may set any name.
 */
export function mayHaveOtherNames(form: FormModule): boolean {
  if (form.errors.length > 0 || magics(form).some(bringsNames)) return true;
  let found = false;
  eachStatement(form.body, (statement) => {
    found ||= statement.kind === "Import" && statement.names.some(({ imported }) => imported === "*");
  });
  eachExpression(form.body, (expression) => {
    found ||= expression.kind === "Name" && /^(?:exec|eval|globals|locals|vars)$/.test(expression.id);
    found ||=
      expression.kind === "Attribute" &&
      /^(?:run_line_magic|run_cell_magic|magic|push|user_ns|ex)$/.test(expression.name);
  });
  return found;
}

/** The words of lines and cells that are no Python: `%%R -o result`, `%%capture out`, `%sql rows <<`. */
export function otherWords(form: FormModule): ReadonlySet<string> {
  const cells = (form.notebook ?? []).filter(({ kind }) => kind === "other").map(({ prose }) => prose);
  return new Set([...magics(form), ...cells].flatMap((text) => text.match(/\w+/g) ?? []));
}

function magics({ text }: FormModule): readonly string[] {
  return [...text.matchAll(/^[ \t]*[%!].*/gm)].map(([line]) => line.trim());
}

function bringsNames(line: string): boolean {
  if (line.startsWith("!")) return false;
  const [, name = "", rest = ""] = /^%+\s*(\w*)(.*)/.exec(line) ?? [];
  if (/^(?:load_ext|reload_ext)$/.test(name)) return !namelessExtensions.has(rest.trim());
  return !namelessMagics.has(name);
}
