import matplotlib.pyplot as plt
import pandas as pd
from sklearn.cluster import AgglomerativeClustering, KMeans
from sklearn.manifold import TSNE
from sklearn.preprocessing import StandardScaler


def cluster(values, k):
    km = KMeans(n_clusters=k, n_init=20)  # must: sklearn-random-state-missing
    return km.fit_predict(values)


def tree(values, k):
    return AgglomerativeClustering(n_clusters=k).fit_predict(values)


def draw(values, labels, name):
    flat = TSNE(n_components=2, perplexity=40, random_state=0).fit_transform(values)
    plt.scatter(flat[:, 0], flat[:, 1], c=labels, s=3)
    plt.savefig(name)
    plt.close()


if __name__ == "__main__":
    genes = StandardScaler().fit_transform(pd.read_csv("genes.csv", index_col=0))
    draw(genes, cluster(genes, 8), "kmeans.png")
    draw(genes, tree(genes, 8), "tree.png")
