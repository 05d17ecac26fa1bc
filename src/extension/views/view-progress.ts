import * as vscode from "vscode";

/** The thin bar at the head of a view that says that something is going on, and disturbs nobody. */
export interface ViewProgress {
  readonly registration: vscode.Disposable;
  show(isBusy: boolean): void;
}

export function openViewProgress(viewId: string): ViewProgress {
  let end: (() => void) | undefined;
  const show = (isBusy: boolean): void => {
    if (isBusy === (end !== undefined)) return;
    if (!isBusy) {
      end?.();
      end = undefined;
      return;
    }
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    void vscode.window.withProgress({ location: { viewId } }, () => ended);
  };
  return { show, registration: new vscode.Disposable(() => show(false)) };
}
