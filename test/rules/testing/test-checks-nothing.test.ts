import { expectFindings } from "../expect-findings.js";

const rule = "test-checks-nothing";

/** A file of tests about code that uses torch. */
function expect(source: string, files: Readonly<Record<string, string>> = {}): void {
  expectFindings(rule, `import pytest\nimport unittest\nimport torch\nfrom nets import Net\n${source}`, {
    path: "tests/test_nets.py",
    files,
  });
}

describe("test-checks-nothing", () => {
  it("reports tests without code", () =>
    expect(`
def test_todo():
    ~~~~~~~~~ \`test_todo\` has no code and always passes: write what it should check, or delete it.
    """It trains."""
class TestNet:
    def test_dots(self):
        ~~~~~~~~~
        ...
`));

  it("reports what is printed in place of an assertion", () =>
    expect(`
@pytest.mark.parametrize("size", [8, 16])
@torch.no_grad()
def test_forward(size):
    out = Net()(torch.zeros(1, 3, size, size))
    print("shape", out.shape)
    ~~~~~~~~~~~~~~~~~~~~~~~~~ \`test_forward\` prints this and asserts nothing, so it passes whatever comes out: assert what you look for.
`));

  it("reports comparisons whose answer nobody gets, beside assertions too", () =>
    expect(`
def test_forward():
    out = Net()(torch.zeros(1, 3))
    assert out.ndim == 2
    out.shape == (1, 10)
    ~~~~~~~~~~~~~~~~~~~~ The answer of this comparison is thrown away: write \`assert\` before it.
    for value in out:
        value >= 0
        ~~~~~~~~~~
`));

  it("reports assertions that always hold", () =>
    expect(`
def test_train():
    Net().fit()
    assert True
           ~~~~ This holds whatever \`test_train\` has run: assert something about the result, or leave it out.
def test_loss():
    assert Net().loss() < 1 or "it is high"
           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
def test_tuple():
    assert (Net().ready, "not ready")
           ~~~~~~~~~~~~~~~~~~~~~~~~~~ A tuple is always true, so this asserts nothing: take the parentheses away.
class NetTest(unittest.TestCase):
    def test_one(self):
        self.assertTrue(True)
        ~~~~~~~~~~~~~~~~~~~~~
`));

  it("reports tests that never run for no reason", () =>
    expect(`
@pytest.mark.skip
 ~~~~~~~~~~~~~~~~ \`test_a\` never runs, and nothing says why: give a reason or a condition, or delete it.
def test_a():
    assert Net()
@pytest.mark.skipif(True)
 ~~~~~~~~~~~~~~~~~~~~~~~~
def test_b():
    assert Net()
class NetTest(unittest.TestCase):
    @unittest.skip
     ~~~~~~~~~~~~~
    def test_c(self):
        self.assertIsNotNone(Net())
`));

  it("is silent about skips with a reason or a condition, and about expected failures", () =>
    expect(`
@pytest.mark.skip(reason="needs the weights")
def test_a(): ...
@pytest.mark.skipif(True, reason="waits for the new loader")
def test_a2(): ...
@pytest.mark.skip()  # belongs to the tests of callbacks
def test_a3(): ...
@pytest.mark.skipif(not torch.cuda.is_available(), reason="needs a GPU")
def test_b(): print(Net().shape)
@unittest.skip("needs the weights")
class NetTest(unittest.TestCase):
    def test_c(self): pass
@pytest.mark.xfail
def test_d(): print(Net())
`));

  it("is silent about tests that are content that nothing is raised", () =>
    expect(`
def test_trains_without_error():
    net = Net()
    out = net(torch.zeros(1, 3))
    out.sum().backward()
    print("done")
def test_speed():
    print(Net().seconds())
`));

  it("knows assertions of every kind", () =>
    expect(`
import numpy as np
from hypothesis import given, strategies as st
from unittest import mock
def test_raises():
    with pytest.raises(ValueError):
        Net(-1) == 3
    print(Net())
def test_numpy():
    print(Net().x)
    np.testing.assert_allclose(Net().x, 1)
def test_mock():
    with mock.patch("nets.fit") as fit:
        print(Net().fit())
    fit.assert_called_once()
def test_raise():
    print(Net().x)
    if Net().x < 0:
        raise RuntimeError("negative")
def test_grad():
    print(torch.autograd.gradcheck(Net(), torch.zeros(1)))
@given(st.floats())
def test_given(value):
    print(value)
    assert Net()(value) > 0
def test_snapshot(snapshot):
    print(Net())
    snapshot(Net())
def test_returns():
    print(Net())
    return Net() == 3
`));

  it("follows helpers, and takes those of other files of tests for helpers that check", () =>
    expect(
      `
from tests.common import run_both
def train(net):
    step(net)
def step(net):
    assert net.loss() < 1
def test_helper():
    print(Net().x)
    train(Net())
def test_other_file():
    print(Net().x)
    run_both(Net())
class TestNet:
    def run_net(self, net):
        assert net.x
    def test_method(self):
        print(Net().x)
        self.run_net(Net())
    def test_inherited(self):
        print(Net().x)
        self.run_all(Net())
`,
    ));

  it("does not follow the code under test: what that asserts of itself is no test", () =>
    expect(
      `
from nets import fit
def test_fit():
    print(fit(3))
    ~~~~~~~~~~~~~ \`test_fit\` prints this and asserts nothing, so it passes whatever comes out: assert what you look for.
`,
      { "nets.py": "def fit(x):\n    assert x\n    return x\n" },
    ));

  it("is silent about an empty method of a class that has tests from elsewhere", () =>
    expect(`
class TestNet(ModelTesterMixin, unittest.TestCase):
    def test_inputs_embeds(self):
        pass
`));

  it("is silent about an empty test whose fixture or import is the test", () =>
    expect(`
def test_fit(fitted_net):
    pass
def test_import():
    pass
`));

  it("is silent about a test whose examples doctest runs", () =>
    expect(`
def test_scale():
    """
    >>> float(torch.ones(2).sum())
    2.0
    """
`));

  it("is silent about fixtures, functions within functions, and decorators that it does not know", () =>
    expect(`
@pytest.fixture
def test_rows():
    pass
def make():
    def test_inner():
        pass
@golden.compare
def test_golden():
    print(Net())
`));

  it("is silent in files that no runner collects, and in projects without machine learning", () => {
    expectFindings(rule, "import torch\ndef test_model():\n    print(torch.ones(1))\n", { path: "nets.py" });
    expectFindings(rule, "import pytest\ndef test_model():\n    pass\n", { path: "tests/test_site.py" });
  });

  it("speaks where only the code under test uses such a library", () =>
    expectFindings(rule, "from nets import Net\ndef test_net():\n    ~~~~~~~~\n    pass\n", {
      path: "test_nets.py",
      files: { "nets.py": "import torch\nclass Net(torch.nn.Module): ...\n" },
    }));
});
