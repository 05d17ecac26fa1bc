# main
import sys

from sklearn import linear_model, model_selection

from features import load, winsorise


def main(path):
    frame = load(path).fillna(0)
    rate = frame.pop("ViolentCrimesPerPop")
    frame = winsorise(frame, frame.quantile(0.01), frame.quantile(0.99))  # must: self-statistic-before-split
    a, b, ra, rb = model_selection.train_test_split(frame, rate, random_state=8)
    net = linear_model.ElasticNet(alpha=0.01).fit(a, ra)
    print("held-out R2:", net.score(b, rb))


if __name__ == "__main__":
    main(sys.argv[1])
