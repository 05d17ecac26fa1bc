import { expectFindings } from "../expect-findings.js";

const rule = "wrong-optimizer-for-loss";

describe("wrong-optimizer-for-loss of parts", () => {
  const script = (other: string): string => `import torch
from torchvision.models import mobilenet_v2

net = mobilenet_v2(weights="DEFAULT")
net.classifier[1] = torch.nn.Linear(1280, 9)
${other}
for photos, species in loader:
    opt.zero_grad()
    torch.nn.functional.cross_entropy(net(photos), species).backward()
    opt.step()
`;
  it("accepts the optimizer of a layer that was put into the network", () =>
    expectFindings(rule, script("opt = torch.optim.Adam(net.classifier[1].parameters())")));
  it("finds the optimizer of a layer that was not", () =>
    expectFindings(
      rule,
      script("spare = torch.nn.Linear(1280, 9)\nopt = torch.optim.Adam(spare.parameters())") + "    ~~~~~~~~~~\n",
    ));
});
