/** A line of reStructuredText without its marks: `text <address>`_, :role:`name`, ``code``, **strong**, |badge|. */
export function plainRest(line: string): string {
  return line
    .replace(/``(.+?)``/g, "$1")
    .replace(/(?::[\w:-]+:)?`([^`<]*?)\s*(?:<[^`>]*>)?`_{0,2}/g, "$1")
    .replace(/(^|\s)\|[^|\s][^|]*\|_?(?=\s|$)/g, "$1")
    .replace(/(\*\*?)(?=\S)(.+?)(?<=\S)\1/g, "$2")
    .trim();
}
