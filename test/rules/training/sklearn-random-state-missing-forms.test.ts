import { expectFindings } from "../expect-findings.js";

const rule = "sklearn-random-state-missing";

describe("sklearn-random-state-missing, by form", () => {
  it("follows functions that only make an estimator, and are kept in a table", () =>
    expectFindings(
      rule,
      `from sklearn.neural_network import MLPClassifier
from sklearn.tree import ExtraTreeRegressor

makers = {}

def offered(maker):
    makers[maker.__name__] = maker
    return maker

@offered
def net():
    return MLPClassifier(hidden_layer_sizes=(9,))
           ~~~~~~~~~~~~~

@offered
def stump():
    return ExtraTreeRegressor(max_depth=1, random_state=4)

def run(name, X, y):
    return makers[name]().fit(X, y)
`,
    ));
});
