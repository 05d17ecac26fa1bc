def train_step(net, batch, optimizer, criterion):
    x, y = batch
    optimizer.zero_grad()
    loss = criterion(net(x), y)
    loss.backward()
    optimizer.step()
    return loss
