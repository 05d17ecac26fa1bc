from sklearn.datasets import load_svmlight_file
from sklearn.feature_selection import SelectPercentile, chi2
from sklearn.metrics import f1_score
from sklearn.model_selection import train_test_split
from sklearn.naive_bayes import MultinomialNB

counts, topic = load_svmlight_file("newsgroup_counts.svm")


def keep_informative(x, y, percent):
    return SelectPercentile(chi2, percentile=percent).fit_transform(x, y)  # must: feature-selection-before-split


for percent in (5,):
    reduced = keep_informative(counts, topic, percent)
    train_x, test_x, train_y, test_y = train_test_split(reduced, topic, test_size=0.3, random_state=77)
    nb = MultinomialNB(alpha=0.1).fit(train_x, train_y)
    print(percent, "macro F1", f1_score(test_y, nb.predict(test_x), average="macro"))
