import type { FileSystem } from "../project/file-system.js";
import type { Checker } from "./checker.js";
import type { Documents } from "./documents.js";
import type { ProjectFindings } from "./project-findings.js";
import type { Projects } from "./projects.js";
import type { Settings } from "./settings.js";

/** What requests work with. */
export interface Session {
  readonly documents: Documents;
  readonly files: FileSystem;
  readonly projects: Projects;
  readonly settings: Settings;
  readonly checker: Checker;
  readonly ofProjects: Pick<ProjectFindings, "of">;
  /** Can the client make a file as part of an edit? */
  readonly canCreateFiles: () => boolean;
  /** Can the client stop at the places of an edit that are to be filled in? */
  readonly canInsertSnippets: () => boolean;
  /** Has the client our command that opens a rule's page? */
  readonly canExplain: () => boolean;
}
