"""Categories become the mean of another input and a table of target means is only drawn."""
import matplotlib.pyplot as plt
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split

shop = pd.read_csv("sessions.csv")
shop.groupby("country")["bought"].mean().sort_values().plot.barh()
plt.savefig("bought_by_country.png")
shop["country_seconds"] = shop.groupby("country")["seconds"].transform("median")
X = shop[["pages", "seconds", "country_seconds"]]
a, b, ba, bb = train_test_split(X, shop["bought"], stratify=shop["bought"], random_state=52)
print(RandomForestClassifier(random_state=52).fit(a, ba).score(b, bb))
