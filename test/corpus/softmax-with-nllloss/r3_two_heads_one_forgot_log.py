import torch
from torch import nn
from torch.nn import functional as TF


class Parser(nn.Module):
    def __init__(self, words, tags, labels):
        super().__init__()
        self.embed = nn.Embedding(words, 128)
        self.lstm = nn.LSTM(128, 200, bidirectional=True, batch_first=True)
        self.tag = nn.Linear(400, tags)
        self.label = nn.Linear(400, labels)

    def forward(self, sentence):
        h, _ = self.lstm(self.embed(sentence))
        return {
            "tag": TF.log_softmax(self.tag(h), dim=-1),
            "label": TF.softmax(self.label(h), dim=-1),
        }


def losses(output, gold_tag, gold_label):
    tag_loss = TF.nll_loss(output["tag"].transpose(1, 2), gold_tag)
    label_loss = TF.nll_loss(output["label"].transpose(1, 2), gold_label)  # must: softmax-with-nllloss
    return tag_loss + 0.5 * label_loss


def train(sentences, sizes, epochs=12):
    torch.manual_seed(55)
    parser = Parser(*sizes)
    optimizer = torch.optim.Adam(parser.parameters())
    for epoch in range(epochs):
        parser.train()
        total = 0.0
        for sentence, gold_tag, gold_label in sentences:
            optimizer.zero_grad()
            loss = losses(parser(sentence), gold_tag, gold_label)
            loss.backward()
            optimizer.step()
            total += loss.item()
        print(epoch, total / len(sentences))
    return parser
