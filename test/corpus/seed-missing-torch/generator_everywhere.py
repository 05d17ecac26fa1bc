"""One seeded generator for all that is drawn; no layer is initialised here."""
import torch

g = torch.Generator().manual_seed(2147483647)
names = open("names.txt").read().splitlines()
letters = {c: i + 1 for i, c in enumerate(sorted(set("".join(names))))}
counts = torch.ones(27, 27)
for name in names:
    path = [0, *(letters[c] for c in name), 0]
    for a, b in zip(path, path[1:]):
        counts[a, b] += 1
probability = counts / counts.sum(1, keepdim=True)

back = {i: c for c, i in letters.items()}
for _ in range(5):
    state, out = 0, []
    while True:
        state = torch.multinomial(probability[state], 1, replacement=True, generator=g).item()
        if state == 0:
            break
        out.append(back[state])
    print("".join(out))
