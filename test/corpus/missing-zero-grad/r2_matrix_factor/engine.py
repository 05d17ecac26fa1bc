def optimise(loss, optimizer, scheduler=None):
    loss.backward()
    optimizer.step()
    if scheduler is not None:
        scheduler.step()
    return loss.item()
