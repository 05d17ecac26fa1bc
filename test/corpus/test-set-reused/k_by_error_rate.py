# k nearest neighbours on the glass data
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from sklearn.metrics import confusion_matrix
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier

df = pd.read_csv("glass.csv")
X_train, X_test, y_train, y_test = train_test_split(
    df.drop("Type", axis=1), df["Type"], test_size=0.3, random_state=101
)

error_rate = []
for i in range(1, 40):
    knn = KNeighborsClassifier(n_neighbors=i)
    knn.fit(X_train, y_train)
    error_rate.append(np.mean(knn.predict(X_test) != y_test))  # must: test-set-reused

plt.plot(range(1, 40), error_rate, marker="o")
plt.xlabel("K")
plt.ylabel("Error rate")
plt.savefig("k.png")

k = int(np.argmin(error_rate)) + 1
knn = KNeighborsClassifier(n_neighbors=k).fit(X_train, y_train)
print("With K =", k)
print(confusion_matrix(y_test, knn.predict(X_test)))
print("accuracy:", knn.score(X_test, y_test))
