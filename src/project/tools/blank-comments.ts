import { nameOf } from "../paths.js";

/**
 * A text of the same length without its comments, by the kind of file. Good enough to tell what is said from what is
 * only mentioned; a sign inside a string that looks like a comment costs a trace at worst.
 */
export function blankComments(text: string, path: string): string {
  const name = nameOf(path);
  if (/\.(?:json|xml)$/.test(name)) return text;
  if (/\.(?:gradle|kts|groovy)$|^Jenkinsfile/.test(name)) return text.replace(slashComment, blank);
  const withoutHash = text.replace(hashComment, (comment) => (isDirective(comment) ? comment : blank(comment)));
  return name.endsWith(".tf") ? withoutHash.replace(slashComment, blank) : withoutHash;
}

const slashComment = /\/\*[^]*?\*\/|(?<=^|\s)\/\/[^\n]*/gm;
/** From the start of a line or after a space, as YAML, shells, make and git have it. */
const hashComment = /(?<=^|[ \t])#[^\r\n]*/gm;

/** What a queue of jobs reads: `#SBATCH --gpus=1`. */
function isDirective(comment: string): boolean {
  return comment.startsWith("#SBATCH");
}

export function blank(text: string): string {
  return text.replace(/[^\r\n]/g, " ");
}
