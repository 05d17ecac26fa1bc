import type { ConfigFile } from "../protocol.js";
import { configPath } from "../project/configs.js";
import type { FileSystem } from "../project/file-system.js";
import { joinPath, nameOf } from "../project/paths.js";
import type { Projects } from "./projects.js";
import { uriOf } from "./uris.js";

/** The configuration that governs a file or folder; where it would be when there is none. */
export async function configFileOf(path: string, projects: Projects, files: FileSystem): Promise<ConfigFile> {
  const isFolder = (await files.stat(path))?.type === "directory";
  // What lies in a folder stands for the folder.
  const subject = isFolder ? joinPath(path, nameOf(configPath)) : path;
  const { file } = await projects.configOf(subject);
  if (file !== undefined) return { uri: uriOf(file), exists: true, initialText };
  const { root } = await projects.of(subject);
  return { uri: uriOf(joinPath(root.folder, configPath)), exists: false, initialText };
}

const initialText = `# What ML Preflight checks in this project. The editor and the command line both follow this file.

# recommended: near certain bugs; strict: also smells; all: also opinions.
preset: recommended

# The level of single rules: error, warning, info, hint or off.
rules: {}

# Files and folders that are not checked.
exclude: []
`;
