import torch
import torch.nn.functional as F


class GraphLearner:
    def __init__(self, encoder, link_predictor, lr):
        self.encoder, self.link_predictor = encoder, link_predictor
        params = list(encoder.parameters()) + list(link_predictor.parameters())
        self.optimizer = torch.optim.Adam(params, lr=lr)

    def _loss(self, graph, pos, neg):
        z = self.encoder(graph.x, graph.edge_index)
        up = self.link_predictor(z[pos[0]] * z[pos[1]])
        down = self.link_predictor(z[neg[0]] * z[neg[1]])
        return -F.logsigmoid(up).mean() - F.logsigmoid(-down).mean()

    def _update(self, loss):
        self.optimizer.zero_grad()
        loss.backward(retain_graph=True)  # must: retain-graph-in-loop
        self.optimizer.step()

    def fit(self, graph, sample_edges, epochs):
        torch.manual_seed(61)
        self.encoder.train()
        self.link_predictor.train()
        for epoch in range(epochs):
            pos, neg = sample_edges(graph)
            loss = self._loss(graph, pos, neg)
            self._update(loss)
            if epoch % 10 == 0:
                print(epoch, loss.item())
