# main
import argparse

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import classification_report
from sklearn.svm import LinearSVC

from data import TicketData


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("tickets")
    ap.add_argument("--seed", type=int, default=11)
    args = ap.parse_args()

    tickets = TicketData(args.tickets)
    vectorizer = TfidfVectorizer(min_df=3, sublinear_tf=True, strip_accents="unicode")
    x_fit, x_held, q_fit, q_held = tickets.parts(vectorizer.fit_transform(tickets.words()), args.seed)  # must: fit-before-split
    clf = LinearSVC(C=0.5, random_state=args.seed)
    clf.fit(x_fit, q_fit)
    print(classification_report(q_held, clf.predict(x_held)))


if __name__ == "__main__":
    main()
