/** A project of a few files. */
export function inputOf(texts: Readonly<Record<string, string>>): {
  readonly paths: readonly string[];
  readonly read: (path: string) => Promise<string | undefined>;
} {
  return { paths: Object.keys(texts), read: (path) => Promise.resolve(texts[path]) };
}
