"""One function splits and its share is an argument with a default."""
import pandas as pd
from sklearn.dummy import DummyClassifier
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier
from sklearn.svm import SVC


def cut(frame, share):
    return train_test_split(frame.drop(columns="y"), frame["y"], test_size=share, random_state=0)


def main(share=0.2):
    frame = pd.read_csv("frame.csv")
    X_train, X_test, y_train, y_test = cut(frame, share)
    for model in (DummyClassifier(), KNeighborsClassifier(3), SVC()):
        print(model, model.fit(X_train, y_train).score(X_test, y_test))


if __name__ == "__main__":
    main()
