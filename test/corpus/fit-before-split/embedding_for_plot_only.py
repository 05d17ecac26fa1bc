import matplotlib.pyplot as plt
import pandas as pd
from sklearn.decomposition import PCA
from sklearn.dummy import DummyClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.manifold import TSNE
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler


def overview(X, y):
    flat = PCA(50, svd_solver="full").fit_transform(StandardScaler().fit_transform(X))
    points = TSNE(random_state=0).fit_transform(flat)
    plt.scatter(*points.T, c=y, s=2)
    plt.savefig("overview.png")


def evaluate(X, y):
    X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=0)
    model = make_pipeline(StandardScaler(), LogisticRegression(max_iter=2000)).fit(X_train, y_train)
    dummy = DummyClassifier().fit(X_train, y_train)
    return model.score(X_test, y_test), dummy.score(X_test, y_test)


genes = pd.read_csv("expression.csv", index_col=0)
tissue = genes.pop("tissue").astype("category").cat.codes
overview(genes, tissue)
print(evaluate(genes, tissue))
