"""The projection of the test part is only drawn; scores come from a model without it."""
import matplotlib.pyplot as plt
import pandas as pd
from sklearn.dummy import DummyClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import LabelBinarizer, StandardScaler

iris = pd.read_csv("iris.csv")
y = iris.pop("kind")
X_train, X_test, y_train, y_test = train_test_split(iris, y, test_size=0.4, random_state=5)

pipe = Pipeline([("s", StandardScaler()), ("lr", LogisticRegression())]).fit(X_train, y_train)
dummy = DummyClassifier().fit(X_train, y_train)
print(pipe.score(X_test, y_test), dummy.score(X_test, y_test))

binarizer = LabelBinarizer().fit(y_train)
truth = binarizer.transform(y_test)
plt.imshow(truth)
plt.savefig("truth.png")
