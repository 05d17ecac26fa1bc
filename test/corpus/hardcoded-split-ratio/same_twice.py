from sklearn.datasets import load_iris, load_wine
from sklearn.dummy import DummyClassifier
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier

iris = load_iris()
X_train, X_test, y_train, y_test = train_test_split(iris.data, iris.target, test_size=0.2, random_state=0)
knn = KNeighborsClassifier().fit(X_train, y_train)
print("iris", knn.score(X_test, y_test), DummyClassifier().fit(X_train, y_train).score(X_test, y_test))

wine = load_wine()
X_train, X_test, y_train, y_test = train_test_split(wine.data, wine.target, train_size=0.8, random_state=0)
knn = KNeighborsClassifier().fit(X_train, y_train)
print("wine", knn.score(X_test, y_test), DummyClassifier().fit(X_train, y_train).score(X_test, y_test))
