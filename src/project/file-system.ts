/** The only way to files below the shells. Paths are absolute, with forward slashes; implementations live in `server/` and `cli/`. */
export interface FileSystem {
  /** Undefined when there is no such file or it cannot be read. */
  read(path: string): Promise<Uint8Array | undefined>;
  stat(path: string): Promise<{ readonly type: "file" | "directory" | "other"; readonly size: number } | undefined>;
  /** Names in a directory, with their type; symbolic links are not followed. Undefined when it cannot be read. */
  list(
    path: string,
  ): Promise<readonly { readonly name: string; readonly type: "file" | "directory" | "other" }[] | undefined>;
}
