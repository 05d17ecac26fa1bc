/** Is this the name of a Jupyter notebook? */
export function isNotebook(path: string): boolean {
  return path.toLowerCase().endsWith(".ipynb");
}
