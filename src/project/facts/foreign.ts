/** Is a file somebody else's that was copied in, or one of a template that is yet to be filled in? Such files say nothing about a project. */
export function isForeign(path: string): boolean {
  return (
    /(?:^|\/)(?:node_modules|site-packages|\.?venv|third[_-]party|vendor|bower_components)\//.test(path) ||
    /\{\{|\{%|(?:^|\/)cookiecutter[^/]*\//.test(path)
  );
}
