import * as vscode from "vscode";

/** What a user has read and mastered, and for which role: the user's own, in every workspace and on every machine. */
export interface Progress {
  readonly registration: vscode.Disposable;
  readonly onDidChange: vscode.Event<void>;
  role(): string | undefined;
  chooseRole(role: string): Promise<void>;
  read(): ReadonlySet<string>;
  mastered(): ReadonlySet<string>;
  mark(list: ProgressList, ids: readonly string[], isDone: boolean): Promise<void>;
}

export type ProgressList = "read" | "mastered";

const roleKey = "progress.role";
const listKeys: Readonly<Record<ProgressList, string>> = { read: "progress.read", mastered: "progress.mastered" };

export function openProgress(state: vscode.ExtensionContext["globalState"]): Progress {
  state.setKeysForSync([roleKey, ...Object.values(listKeys)]);
  const changed = new vscode.EventEmitter<void>();
  const list = (name: ProgressList): ReadonlySet<string> => new Set(state.get<readonly string[]>(listKeys[name], []));
  return {
    registration: vscode.Disposable.from(changed),
    onDidChange: changed.event,
    role: () => state.get<string>(roleKey),
    chooseRole: async (role) => {
      await state.update(roleKey, role);
      changed.fire();
    },
    read: () => list("read"),
    mastered: () => list("mastered"),
    mark: async (name, ids, isDone) => {
      const others = [...list(name)].filter((id) => !ids.includes(id));
      await state.update(listKeys[name], isDone ? [...others, ...ids] : others);
      changed.fire();
    },
  };
}
