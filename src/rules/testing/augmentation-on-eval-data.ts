import { transformLibraries } from "../../knowledge/augmentations.js";
import { evalAugmentations } from "../../semantics/data/eval-augmentations.js";
import { defineRule } from "../rule.js";
import { shorten } from "../wording.js";

export default defineRule({
  meta: {
    id: "augmentation-on-eval-data",
    stage: "testing",
    languages: ["python"],
    severity: "warning",
    preset: "recommended",
    summary: "Validation or test data are augmented at random",
    why: "A model is then scored on samples that nobody will send it, and on other ones in every run: scores are lower, noisy, and cannot be compared.",
    fix: "Give validation and test data a transform of their own, with resizing and normalisation only.",
    guide: "testing/held-out-evaluation#same-samples-each-time",
    sources: [
      {
        title:
          "PyTorch: transfer learning tutorial, data augmentation for training and just normalization for validation",
        url: "https://docs.pytorch.org/tutorials/beginner/transfer_learning_tutorial.html",
      },
    ],
    // The transforms may come from another file.
    libraries: ["torch", ...transformLibraries],
    topics: ["loaders"],
    readsOwnNames: true,
    since: "0.1.0",
  },

  examples: [
    {
      bad: `from torchvision import datasets, transforms

flipped = transforms.Compose([transforms.RandomHorizontalFlip(), transforms.ToTensor()])
train_set = datasets.ImageFolder("birds/train", transform=flipped)
val_set = datasets.ImageFolder("birds/val", transform=flipped)
`,
      good: `from torchvision import datasets, transforms

flipped = transforms.Compose([transforms.RandomHorizontalFlip(), transforms.ToTensor()])
train_set = datasets.ImageFolder("birds/train", transform=flipped)
val_set = datasets.ImageFolder("birds/val", transform=transforms.ToTensor())
`,
    },
    {
      title: "Parts of one dataset share its transform.",
      bad: `from torch.utils.data import random_split
from torchvision import datasets, transforms

flipped = transforms.Compose([transforms.RandomHorizontalFlip(), transforms.ToTensor()])
birds = datasets.ImageFolder("birds", transform=flipped)
train_set, val_set = random_split(birds, [0.8, 0.2])
`,
      good: `import torch
from torch.utils.data import Subset
from torchvision import datasets, transforms

flipped = transforms.Compose([transforms.RandomHorizontalFlip(), transforms.ToTensor()])
order = torch.randperm(5000).tolist()
train_set = Subset(datasets.ImageFolder("birds", transform=flipped), order[:4000])
val_set = Subset(datasets.ImageFolder("birds", transform=transforms.ToTensor()), order[4000:])
`,
    },
  ],

  *check(model) {
    if (!model.mentions(/rand|aug|jitter|flip|shift|rotat|transform/i)) return;
    for (const { at, purpose, by } of evalAugmentations(model)) {
      const step = by === undefined ? "This" : `\`${shorten(textOf(model.text(by)), 40)}\``;
      yield {
        at,
        message:
          purpose === undefined
            ? `${step} changes the samples of both parts at random: give the held-out part a dataset of its own, without augmentation.`
            : `${step} changes ${purpose} samples at random: use a transform without random steps here.`,
        related: by === undefined ? [] : [{ at: by, message: "The random step is here." }],
      };
    }
  },
});

/** The name of what is called, without its arguments. */
function textOf(call: string): string {
  return call.replace(/\(.*$/s, "");
}
