import { expectFindings } from "../expect-findings.js";

const rule = "padding-in-loss";
const head = `import torch
import torch.nn as nn
import torch.nn.functional as F
from functools import partial
from torch.nn.utils.rnn import pad_sequence, pack_padded_sequence
from torch.utils.data import DataLoader, Dataset
from transformers import AutoModelForCausalLM, AutoTokenizer

PAD, BOS, EOS = 0, 1, 2
`;
const find = (source: string): void => expectFindings(rule, head + source);

const collate = (labels: string): string => `def collate(rows):
    words = pad_sequence([row[0] for row in rows], batch_first=True)
    labels = ${labels}
    return words, labels

loader = DataLoader(dataset, batch_size=8, shuffle=True, collate_fn=collate)
`;
const padded = collate("pad_sequence([row[1] for row in rows], batch_first=True)");

describe(rule, () => {
  it("finds a loss over targets that a collate function fills up", () =>
    find(`${padded}criterion = nn.CrossEntropyLoss()
for words, labels in loader:
    scores = model(words)
    loss = criterion(scores.view(-1, scores.size(-1)), labels.view(-1))
           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ \`labels.view(-1)\` is padded, and this loss counts the padding: pass \`ignore_index\`, or mask it.
`));

  it("finds it through methods, devices, shifts and steps in time", () =>
    find(`${padded}class Trainer:
    def __init__(self, model, loader, device):
        self.model, self.loader, self.device = model, loader, device
        self.criterion = nn.NLLLoss()

    def run(self):
        for i, batch in enumerate(self.loader):
            source, target = batch[0].to(self.device), batch[1].to(self.device)
            output = self.model(source, target[:, :-1])
            loss = self.criterion(output.transpose(1, 2), target[:, 1:])
                   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
            for t in range(1, 5):
                loss += F.cross_entropy(output[:, t], target[:, t])
                        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

Trainer(build(), loader, "cpu").run()
`));

  it("finds it under the key of a dict, from a class that collates", () =>
    find(`class Collator:
    def __init__(self, pad):
        self.pad = pad

    def __call__(self, rows):
        tokens = pad_sequence([row["tokens"] for row in rows], padding_value=self.pad)
        return {"tokens": tokens, "kind": torch.tensor([row["kind"] for row in rows])}

for batch in DataLoader(dataset, collate_fn=Collator(0)):
    batch = {name: tensor.to(device) for name, tensor in batch.items()}
    loss = F.cross_entropy(model(batch["tokens"]).flatten(0, 1), batch["tokens"].flatten())
           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
    other = F.cross_entropy(head(batch["tokens"]), batch["kind"])
`));

  it("finds rows that are filled up by hand", () =>
    find(`class Captions(Dataset):
    def __init__(self, texts, longest):
        self.texts, self.longest = texts, longest

    def __getitem__(self, index):
        ids = [BOS] + self.texts[index] + [EOS]
        ids = ids + [PAD] * (self.longest - len(ids))
        return load_image(index), torch.tensor(ids)

def by_length(rows):
    n = max(len(row) for row in rows)
    out = torch.full((len(rows), n), PAD)
    for i, row in enumerate(rows):
        out[i, : len(row)] = row
    return out

for images, captions in DataLoader(Captions(texts, 20), batch_size=4):
    loss = F.cross_entropy(model(images, captions[:, :-1]).transpose(1, 2), captions[:, 1:])
           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
for tags in DataLoader(dataset, collate_fn=by_length):
    loss = F.cross_entropy(model(tags).transpose(1, 2), tags)
           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
`));

  it("finds them where the file has one dataset, and the loop is handed it", () =>
    find(`class Names(Dataset):
    def __init__(self, names, codec):
        self.names, self.codec = names, codec

    def __getitem__(self, index):
        return torch.tensor(self.codec.numbers(self.names[index]))

class Codec:
    def numbers(self, name, longest=12):
        ids = [self.table[letter] for letter in name]
        return ids + [self.pad_id] * (longest - len(ids))

def fit(model, dataset):
    criterion = nn.CrossEntropyLoss()
    for names in DataLoader(dataset, batch_size=4, shuffle=True):
        loss = criterion(model(names[:, :-1]).transpose(1, 2), names[:, 1:])
               ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
`));

  it("finds labels of a language model that are the padded tokens", () =>
    find(`tokenizer = AutoTokenizer.from_pretrained("gpt2")
model = AutoModelForCausalLM.from_pretrained("gpt2")
batch = tokenizer(texts, padding=True, return_tensors="pt")
loss = model(**batch, labels=batch["input_ids"]).loss
       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
labels = batch["input_ids"].clone()
labels[labels == tokenizer.pad_token_id] = -100
loss = model(**batch, labels=labels).loss
`));

  it("is silent where the loss leaves the padding out", () =>
    find(`${padded}plain = nn.CrossEntropyLoss(reduction="none")
class Ignoring(nn.CrossEntropyLoss):
    def __init__(self):
        super().__init__(ignore_index=PAD)

for words, labels in loader:
    scores = model(words).transpose(1, 2)
    a = nn.CrossEntropyLoss(ignore_index=PAD)(scores, labels)
    b = (plain(scores, labels) * (labels != PAD)).sum()
    c = F.cross_entropy(scores, labels, ignore_index=0)
    d = nn.CrossEntropyLoss(weight=weights)(scores, labels)
`));

  it("is silent where padding is taken out or marked before", () =>
    find(`${padded}criterion = nn.CrossEntropyLoss()
for words, labels in loader:
    scores = model(words)
    mask = labels != PAD
    a = criterion(scores[mask], labels[mask])
    b = criterion(scores, labels.masked_fill(labels == PAD, -100))
    c = criterion(scores, torch.where(mask, labels, -100))
    d = criterion(scores, pack_padded_sequence(labels, lengths).data)
    e = criterion(scores.view(-1, 5), labels.masked_select(mask))
`));

  it("is silent where rows are filled up with what the loss ignores", () =>
    find(`${collate("pad_sequence([row[1] for row in rows], padding_value=-100)")}for words, labels in loader:
    loss = F.cross_entropy(model(words).transpose(1, 2), labels)
`));

  it("is silent about one label for each text, and blocks of equal length", () =>
    find(`${collate("torch.tensor([row[1] for row in rows])")}for words, labels in loader:
    loss = F.cross_entropy(model(words), labels)

def blocks(ids, size):
    return torch.stack([ids[i : i + size] for i in range(0, len(ids) - size, size)])

tokens = blocks(corpus, 128)
loss = F.cross_entropy(lm(tokens[:, :-1]).transpose(1, 2), tokens[:, 1:])
`));

  it("is silent about targets that nobody knows", () =>
    find(`def step(model, batch, criterion):
    return criterion(model(batch["x"]), batch["y"])
`));
});
