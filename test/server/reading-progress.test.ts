import assert from "node:assert/strict";
import { openReading, type ProgressWindow } from "../../src/server/reading-progress.js";

describe("the progress of reading a project", () => {
  it("is shown when it takes a while, and ends", async () => {
    const told: string[] = [];
    const begun = new Promise<void>((resolve) => {
      const reading = openReading(
        window(told, () => {
          reading.onFile(150);
          reading.onFile(200);
          reading.end();
          resolve();
        }),
        0,
      );
      reading.onFile(7);
    });
    await begun;
    assert.deepEqual(told, ["begin 7", "report 200", "done"]);
  });

  it("is not shown when it is over soon", async () => {
    const told: string[] = [];
    const reading = openReading(
      window(told, () => assert.fail("It was shown.")),
      0,
    );
    reading.onFile(1);
    reading.end();
    // A timer that was set for the same time comes after the one of the reading.
    await new Promise((resolve) => setTimeout(resolve));
    assert.deepEqual(told, []);
  });

  it("does without a client that refuses it", async () => {
    let refused: () => void = () => undefined;
    const asked = new Promise<void>((resolve) => (refused = resolve));
    const reading = openReading(
      {
        createWorkDoneProgress: () => {
          refused();
          return Promise.reject(new Error("No."));
        },
      },
      0,
    );
    await asked;
    reading.onFile(100);
    assert.doesNotThrow(() => reading.end());
  });
});

function window(told: string[], onBegin: () => void): ProgressWindow {
  const count = (message: string): string => /\d+/.exec(message)?.[0] ?? "";
  return {
    createWorkDoneProgress: () =>
      Promise.resolve({
        begin: (_title, _percentage, message) => {
          told.push(`begin ${count(message)}`);
          onBegin();
        },
        report: (message) => told.push(`report ${count(message)}`),
        done: () => told.push("done"),
      }),
  };
}
