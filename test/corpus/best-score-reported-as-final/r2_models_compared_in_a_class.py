import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GridSearchCV
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler


class Report:
    def __init__(self, path, target):
        frame = pd.read_csv(path)
        self.y = frame[target]
        self.X = frame.drop(columns=target)
        self.lines = []

    def search(self):
        pipe = make_pipeline(StandardScaler(), LogisticRegression(max_iter=2000))
        self.grid = GridSearchCV(pipe, {"logisticregression__C": [0.01, 0.1, 1, 10]}, scoring="roc_auc", cv=5)
        self.grid.fit(self.X, self.y)

    def write(self, out):
        self.lines.append("# Results")
        self.lines.append("The model reaches an AUC of %.3f." % self.grid.best_score_)  # must: best-score-reported-as-final
        with open(out, "w") as fh:
            fh.write("\n".join(self.lines))


r = Report("relapse.csv", "relapse")
r.search()
r.write("results.md")
