import { expectFindings } from "../expect-findings.js";

const rule = "augmentation-on-eval-data";
const header = `from torch.utils.data import random_split
from torchvision import datasets, transforms

augmenting = transforms.Compose([transforms.RandomHorizontalFlip(), transforms.ToTensor()])
`;

describe("augmentation-on-eval-data, by form", () => {
  it("goes by what a caller calls the parts that a function returns", () => {
    const returned = (names: string): string => `${header}
def halves(folder):
    birds = datasets.ImageFolder(folder, augmenting)
    return random_split(birds, [0.7, 0.3])

def both():
    return halves("birds")

${names} = both()
`;
    const [call, marks] = ["random_split(birds, [0.7, 0.3])\n", "           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n"];
    expectFindings(rule, returned("learn, val_rows").replace(call, call + marks));
    expectFindings(rule, returned("labelled, unlabelled"));
  });
});
