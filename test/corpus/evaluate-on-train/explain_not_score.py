"""A line through measurements: the fit is described, nobody claims that it predicts."""
import matplotlib.pyplot as plt
import numpy as np
from sklearn.cluster import KMeans
from sklearn.linear_model import LinearRegression

x = np.linspace(0, 10, 50).reshape(-1, 1)
y = np.loadtxt("extension.txt")

line = LinearRegression().fit(x, y)
plt.plot(x, y, "o", x, line.predict(x), "-")
plt.savefig("spring.png")
print("stiffness", line.coef_[0], "offset", line.intercept_)

km = KMeans(3, n_init=10, random_state=0).fit(x)
print(km.predict(x))
residuals = y - line.predict(x)
plt.hist(residuals)
plt.savefig("residuals.png")
