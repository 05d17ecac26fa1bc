"""Wine quality: every step takes the state and gives it back."""
from sklearn import model_selection as ms, preprocessing as pp
from sklearn.neighbors import KNeighborsRegressor
import pandas as pd


def read(state):
    frame = pd.read_csv(state["source"], sep=";")
    state["y"] = frame.pop("quality").to_numpy()
    state["X"] = frame.to_numpy(dtype="float64")
    return state


def rescale(state):
    state["scaler"] = pp.RobustScaler()
    state["X"] = state["scaler"].fit_transform(state["X"])  # must: fit-before-split
    return state


def hold_out(state):
    a, b, ya, yb = ms.train_test_split(state["X"], state["y"], random_state=state["seed"])
    state.update(train=(a, ya), test=(b, yb))
    return state


def learn(state):
    state["model"] = KNeighborsRegressor(n_neighbors=state["k"]).fit(*state["train"])
    return state


def report(state):
    print("R2 on held-out wines: %.3f" % state["model"].score(*state["test"]))
    return state


if __name__ == "__main__":
    report(learn(hold_out(rescale(read({"source": "winequality-red.csv", "seed": 17, "k": 9})))))
