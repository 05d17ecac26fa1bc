import { type EmptyTest, emptyTests } from "../../semantics/code/empty-tests.js";
import { defineRule, type Report } from "../rule.js";
import { suggest } from "../wording.js";

export default defineRule({
  meta: {
    id: "test-checks-nothing",
    stage: "testing",
    languages: ["python"],
    severity: "info",
    preset: "recommended",
    summary: "A test passes whatever the code does",
    why: "A test that asserts nothing, only what always holds, or never runs, is counted as coverage and protects nothing: the model can give back noise and it stays green.",
    fix: "Assert what must hold of the result, a shape, a range, a value that is known, or delete the test.",
    guide: "testing/tests-and-ci#kinds-of-tests",
    fixable: "suggestion",
    libraries: [],
    topics: [],
    since: "0.1.0",
  },

  examples: [
    {
      bad: `import pytest
import torch

from birds.model import Net


def test_forward():
    out = Net()(torch.zeros(2, 3, 32, 32))
    print(out.shape)
`,
      good: `import pytest
import torch

from birds.model import Net


def test_forward():
    out = Net()(torch.zeros(2, 3, 32, 32))
    assert out.shape == (2, 10)
`,
    },
    {
      title: "A comparison alone is no assertion.",
      bad: `import pytest
import torch

from birds.loss import focal


def test_loss_of_a_perfect_answer_is_zero():
    loss = focal(torch.tensor([20.0]), torch.tensor([1.0]))
    loss.item() < 1e-3
`,
      good: `import pytest
import torch

from birds.loss import focal


def test_loss_of_a_perfect_answer_is_zero():
    loss = focal(torch.tensor([20.0]), torch.tensor([1.0]))
    assert loss.item() < 1e-3
`,
    },
    {
      title: "Neither is what always holds; a tuple does.",
      bad: `import unittest

import numpy as np

from birds.data import scale


class ScaleTest(unittest.TestCase):
    def test_runs(self):
        scale(np.ones(3))
        self.assertTrue(True)

    def test_range(self):
        scaled = scale(np.arange(3.0))
        assert (scaled.max() <= 1, "out of range")
`,
      good: `import unittest

import numpy as np

from birds.data import scale


class ScaleTest(unittest.TestCase):
    def test_runs(self):
        scale(np.ones(3))

    def test_range(self):
        scaled = scale(np.arange(3.0))
        assert scaled.max() <= 1, "out of range"
`,
    },
  ],

  *check(model) {
    for (const test of emptyTests(model)) {
      const { start, end } = test;
      yield { at: { start, end }, message: messageOf(test), fixes: fixesOf(test) };
    }
  },
});

function messageOf({ kind, name }: EmptyTest): string {
  switch (kind) {
    case "empty":
      return `\`${name}\` has no code and always passes: write what it should check, or delete it.`;
    case "constant":
      return `This holds whatever \`${name}\` has run: assert something about the result, or leave it out.`;
    case "tuple":
      return "A tuple is always true, so this asserts nothing: take the parentheses away.";
    case "comparison":
      return "The answer of this comparison is thrown away: write `assert` before it.";
    case "printed":
      return `\`${name}\` prints this and asserts nothing, so it passes whatever comes out: assert what you look for.`;
    case "skipped":
      return `\`${name}\` never runs, and nothing says why: give a reason or a condition, or delete it.`;
  }
}

function fixesOf({ kind, start }: EmptyTest): Report["fixes"] & object {
  return kind === "comparison" ? suggest("Assert the comparison", { start, end: start, newText: "assert " }) : [];
}
