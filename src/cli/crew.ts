import { Worker } from "node:worker_threads";
import type { WorkerAnswer, WorkerRequest, WorkerSettings, WorkerStart } from "./worker.js";

/** Some worker threads that share jobs. */
export interface Crew {
  /** Does jobs, each by the first worker that is free; the answers are in the order of the jobs. */
  share(jobs: readonly WorkerRequest[]): readonly Promise<WorkerAnswer>[];
  tellAll(request: WorkerRequest): void;
  end(): Promise<void>;
}

export interface CrewOptions {
  /** The module that a worker runs. */
  readonly script: string;
  readonly count: number;
  readonly settings: WorkerSettings;
  /** Does a job that a worker has died of, and those that are left when all have. */
  readonly instead: (request: WorkerRequest) => Promise<WorkerAnswer>;
  readonly onDeath: (reason: string) => void;
}

export function openCrew({ script, count, settings, instead, onDeath }: CrewOptions): Crew {
  const members = new Set<Member>();
  for (let index = 0; index < count; index++) {
    const member = hire(script, settings, (reason) => {
      if (members.delete(member)) onDeath(reason);
    });
    members.add(member);
  }

  const share = (jobs: readonly WorkerRequest[]): readonly Promise<WorkerAnswer>[] => {
    const slots = jobs.map((request) => ({ request, ...openPromise<WorkerAnswer>() }));
    let next = 0;
    const follow = async ({ ask }: Member): Promise<void> => {
      for (let slot = slots[next++]; slot !== undefined; slot = slots[next++]) {
        const answer = await ask(slot.request);
        if (answer === undefined) {
          // It died of this job, so the job is done where its failure can be told.
          await instead(slot.request).then(slot.resolve, slot.reject);
          return;
        }
        slot.resolve(answer);
      }
    };
    const finish = async (): Promise<void> => {
      await Promise.all([...members].map(follow));
      for (const { request, resolve, reject } of slots.slice(next)) await instead(request).then(resolve, reject);
    };
    void finish();
    // Who waits for an answer hears of a failure; until then it is no news.
    for (const { promise } of slots) promise.catch(() => undefined);
    return slots.map(({ promise }) => promise);
  };

  return {
    share,
    tellAll: (request) => {
      for (const { worker } of members) worker.postMessage(request);
    },
    end: async () => {
      const left = [...members];
      members.clear();
      await Promise.all(left.map(({ worker }) => worker.terminate()));
    },
  };
}

interface Member {
  readonly worker: Worker;
  /** Undefined when the worker dies of it. It is asked one thing at a time. */
  readonly ask: (request: WorkerRequest) => Promise<WorkerAnswer | undefined>;
}

function hire(script: string, settings: WorkerSettings, onDeath: (reason: string) => void): Member {
  const worker = new Worker(script);
  let reply: (answer: WorkerAnswer | undefined) => void = () => undefined;
  let isAlive = true;
  const die = (reason: string): void => {
    isAlive = false;
    onDeath(reason);
    reply(undefined);
  };
  worker.on("message", (answer: WorkerAnswer) => reply(answer));
  worker.on("error", (error) => die(error instanceof Error ? error.message : String(error)));
  worker.on("exit", (code) => die(`it ended with code ${code}`));
  const start: WorkerStart = { kind: "start", settings };
  worker.postMessage(start);
  return {
    worker,
    ask: (request) => {
      if (!isAlive) return Promise.resolve(undefined);
      const { promise, resolve } = openPromise<WorkerAnswer | undefined>();
      reply = resolve;
      worker.postMessage(request);
      return promise;
    },
  };
}

function openPromise<T>(): {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
  readonly reject: (reason: unknown) => void;
} {
  let resolve: (value: T) => void = () => undefined;
  let reject: (reason: unknown) => void = () => undefined;
  const promise = new Promise<T>((onValue, onError) => {
    resolve = onValue;
    reject = onError;
  });
  return { promise, resolve, reject };
}
