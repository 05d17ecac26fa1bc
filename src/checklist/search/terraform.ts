import type { Place } from "../evidence.js";
import type { ChecklistProject } from "../project.js";
import { isOfProduct } from "./product-files.js";

/** A resource that Terraform makes: `resource "aws_sns_topic" "alerts" { ... }`. */
export interface TerraformResource extends Place {
  readonly type: string;
  readonly name: string;
  /** What stands between its braces, comments left out. */
  readonly body: string;
}

/** The resources of a project whose type matches. */
export async function terraformResources(
  project: Pick<ChecklistProject, "files" | "read">,
  type: RegExp,
): Promise<readonly TerraformResource[]> {
  const found: TerraformResource[] = [];
  for (const path of project.files) {
    if (!/\.tf(?:\.json)?$/.test(path) || path.endsWith(".json") || !isOfProduct(project, path)) continue;
    const text = await project.read(path);
    if (text !== undefined) found.push(...resourcesIn(withoutComments(text), path));
  }
  return found.filter((resource) => type.test(resource.type));
}

function resourcesIn(text: string, path: string): readonly TerraformResource[] {
  return [...text.matchAll(/^[ \t]*resource\s+"([\w-]+)"\s+"([\w-]+)"\s*\{/gm)].map((match) => {
    const [head, type = "", name = ""] = match;
    const start = match.index + head.length;
    const line = text.slice(0, match.index).split("\n").length + (/^\n*/.exec(head)?.[0].length ?? 0);
    return { path, line, type, name, body: text.slice(start, closing(text, start)) };
  });
}

function closing(text: string, start: number): number {
  let depth = 1;
  for (let at = start; at < text.length; at++) {
    if (text[at] === "{") depth++;
    else if (text[at] === "}" && --depth === 0) return at;
  }
  return text.length;
}

/** The lines stay where they are. */
function withoutComments(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, " "))
    .replace(/^[ \t]*(?:#|\/\/).*$|[ \t]#[^"\n]*$/gm, "");
}
