import torch


def residual(net, xt, viscosity):
    u = net(xt)
    grad, = torch.autograd.grad(u.sum(), xt, create_graph=True)
    ux, ut = grad[:, 0], grad[:, 1]
    uxx = torch.autograd.grad(ux.sum(), xt, create_graph=True)[0][:, 0]
    return ut + u[:, 0] * ux - viscosity * uxx
