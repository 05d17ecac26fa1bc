import { equal, match } from "node:assert/strict";
import { openMemory } from "../open-memory.js";
import { resultIn } from "../verdict-in.js";

const pack = {
  "pyproject.toml": '[project]\nname = "fits"\nversion = "1"\n',
  "fits/core.py": "from sklearn.svm import SVC\n\n\ndef train(x, y):\n    return SVC().fit(x, y)\n",
};

describe("a package that leaves its training to those who use it", () => {
  it("is asked how it trains, and is not told that it does it badly", async () => {
    const { verdict, reason } = await resultIn(pack, "DATA-09");
    equal(verdict, "human");
    match(reason, /nothing in this repository runs it/);
  });

  it("trains where a script, a step or a command runs it, and where the team says so", async () => {
    const trains = async (texts: Readonly<Record<string, string>>) =>
      (await openMemory({ ...pack, ...texts })).profile.facts.training.value;
    equal(await trains({}), undefined);
    equal(
      await trains({
        "run.py": "from fits.core import train\ntrain([1], [1])\n",
        Dockerfile: "FROM x:1\nCMD python run.py\n",
      }),
      true,
    );
    equal(
      await trains({ "fits/core.py": `${pack["fits/core.py"]}\n\nif __name__ == "__main__":\n    train([1], [1])\n` }),
      true,
    );
    equal(await trains({ ".preflight/config.yaml": "checklist: {profile: {training: true}}" }), true);
  });
});
