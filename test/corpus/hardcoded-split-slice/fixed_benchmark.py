# Three literal parts of a shuffled array.
import numpy as np
from sklearn.dummy import DummyRegressor
from sklearn.kernel_ridge import KernelRidge

gen = np.random.default_rng(0)
data = np.genfromtxt("qm7.csv", delimiter=",")
gen.shuffle(data)

train = data[0:5000]  # must: hardcoded-split-slice
valid = data[5000:6000]
test = data[6000:]

best = None
for gamma in (1e-3, 1e-2, 1e-1):
    kr = KernelRidge(kernel="rbf", gamma=gamma).fit(train[:, 1:], train[:, 0])
    r2 = kr.score(valid[:, 1:], valid[:, 0])
    if best is None or r2 > best[0]:
        best = (r2, kr)
print("test", best[1].score(test[:, 1:], test[:, 0]))
print("mean", DummyRegressor().fit(train[:, 1:], train[:, 0]).score(test[:, 1:], test[:, 0]))
