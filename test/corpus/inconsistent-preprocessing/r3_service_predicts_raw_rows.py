import numpy as np
import pandas as pd
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import RobustScaler
from sklearn.svm import SVC


class BeanSorter:
    """Sorts dry beans by shape."""

    def __init__(self, C=10.0, seed=0):
        self.scaler = RobustScaler()
        self.svm = SVC(C=C, kernel="rbf", random_state=seed)

    def learn(self, shapes, kinds):
        scaled = self.scaler.fit_transform(shapes)
        self.svm.fit(scaled, kinds)
        return self

    def accuracy(self, shapes, kinds):
        return accuracy_score(kinds, self.svm.predict(shapes))  # must: inconsistent-preprocessing

    def support(self):
        return int(np.sum(self.svm.n_support_))


def main():
    beans = pd.read_excel("beans.xlsx")
    kinds = beans.pop("Class")
    rows, held, kinds_rows, kinds_held = train_test_split(beans, kinds, test_size=0.3, random_state=9)
    sorter = BeanSorter().learn(rows, kinds_rows)
    print("support vectors:", sorter.support())
    print("accuracy:", sorter.accuracy(held, kinds_held))


if __name__ == "__main__":
    main()
