import assert from "node:assert/strict";
import { applyChange } from "../../src/extension/views/apply-change.js";
import {
  type Lifecycle,
  type LifecycleChange,
  lifecycleChangeNotification,
  lifecycleRequest,
  type LifecycleParams,
  type LifecycleResult,
} from "../../src/protocol.js";
import type { LspClient } from "./lsp-client.js";

/** What a view does: it asks once, and takes in what it is told. */
export interface LifecycleView {
  readonly first: Lifecycle;
  readonly news: readonly LifecycleChange[];
  /** What is known by now. */
  state(): Lifecycle;
  /** The first news from `from` on that are as wanted. */
  until(isWanted: (change: LifecycleChange) => boolean, from?: number): Promise<LifecycleChange>;
  untilState(isWanted: (state: Lifecycle) => boolean): Promise<void>;
}

/** All is read, for tools and then for findings. */
export function isChecked({ check }: Pick<Lifecycle, "check">): boolean {
  return check.state === "done";
}

const listenersOf = new WeakMap<LspClient, Set<(change: LifecycleChange) => void>>();

/** A connection has one listener for each kind of message, and there may be several views. */
function listen(client: LspClient, listener: (change: LifecycleChange) => void): void {
  let listeners = listenersOf.get(client);
  if (listeners === undefined) {
    const all = (listeners = new Set());
    listenersOf.set(client, all);
    client.connection.onNotification(lifecycleChangeNotification, (change: LifecycleChange) => {
      for (const one of all) one(change);
    });
  }
  listeners.add(listener);
}

export async function openView(client: LspClient, params: LifecycleParams = {}): Promise<LifecycleView> {
  const early: LifecycleChange[] = [];
  const news: LifecycleChange[] = [];
  const waiting = new Set<() => void>();
  let state: Lifecycle | undefined;
  const take = (change: LifecycleChange): void => {
    if (state === undefined) early.push(change);
    if (change.root !== state?.root) return;
    news.push(change);
    state = applyChange(state, change);
    waiting.forEach((look) => look());
  };
  listen(client, take);
  const first = await client.connection.sendRequest<LifecycleResult>(lifecycleRequest, params);
  assert.ok(first);
  state = first;
  for (const change of early) take(change);

  const when = <T>(find: () => T | undefined): Promise<T> =>
    new Promise((resolve) => {
      const look = (): void => {
        const found = find();
        if (found === undefined) return;
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      look();
    });
  return {
    ...{ first, news },
    state: () => state ?? first,
    until: (isWanted, from = 0) => when(() => news.slice(from).find(isWanted)),
    untilState: (isWanted) => when(() => (isWanted(state ?? first) ? true : undefined)).then(() => undefined),
  };
}
