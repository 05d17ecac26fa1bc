import matplotlib.pyplot as plt
import pandas as pd
from sklearn.datasets import load_digits
from sklearn.dummy import DummyClassifier
from sklearn.model_selection import train_test_split
from sklearn.svm import SVC

digits = load_digits()
print(digits.target[:10])
fig, axes = plt.subplots(1, 10)
for ax, image in zip(axes, digits.images[:10]):
    ax.imshow(image, cmap="gray")
plt.savefig("digits.png")

X_train, X_test, y_train, y_test = train_test_split(digits.data, digits.target, test_size=0.5, random_state=0)
svc = SVC(gamma=0.001).fit(X_train, y_train)
wrong = [i for i, (p, t) in enumerate(zip(svc.predict(X_test), y_test)) if p != t][:20]
print(pd.DataFrame(X_test[wrong[:5]]).iloc[:5, :8])
print(X_train[:3], X_test[:3])
print(svc.score(X_test, y_test), DummyClassifier().fit(X_train, y_train).score(X_test, y_test))
