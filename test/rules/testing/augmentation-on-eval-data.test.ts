import { expectFindings } from "../expect-findings.js";

const rule = "augmentation-on-eval-data";
const header = `import os
import albumentations as A
import tensorflow as tf
import torch
from tensorflow.keras.preprocessing.image import ImageDataGenerator
from torch.utils.data import DataLoader, Dataset, Subset, SubsetRandomSampler, random_split
from torchvision import datasets, transforms

augmenting = transforms.Compose([transforms.RandomResizedCrop(224), transforms.ToTensor()])
plain = transforms.Compose([transforms.Resize(256), transforms.CenterCrop(224), transforms.ToTensor()])
`;
const expect = (source: string): void => expectFindings(rule, header + source);

describe("augmentation-on-eval-data", () => {
  it("says what to do", () =>
    expect(`
train_set = datasets.ImageFolder("birds/train", transform=augmenting)
val_set = datasets.ImageFolder("birds/val", transform=augmenting)
                                            ~~~~~~~~~~~~~~~~~~~~ \`transforms.RandomResizedCrop\` changes validation samples at random: use a transform without random steps here.
`));

  it("goes by flags, paths and names", () =>
    expect(`
a = datasets.CIFAR10("data", train=False, transform=augmenting)
                                          ~~~~~~~~~~~~~~~~~~~~
b = datasets.SVHN("data", split="test", transform=augmenting)
                                        ~~~~~~~~~~~~~~~~~~~~
c = datasets.ImageFolder(os.path.join(root, "val"), augmenting)
                                                    ~~~~~~~~~~
d = datasets.CIFAR10("data", train=True, transform=augmenting)
valid_data = datasets.CIFAR10("data", train=True, transform=augmenting)
                                                  ~~~~~~~~~~~~~~~~~~~~
e = datasets.ImageFolder(os.path.join(root, "val"), plain)
`));

  it("reads dicts of transforms and loops over phases", () =>
    expect(`
both = {"train": augmenting, "val": augmenting}
right = {"train": augmenting, "val": plain}
sets = {x: datasets.ImageFolder(os.path.join("d", x), both["train"]) for x in ["train", "val"]}
                                                      ~~~~~~~~~~~~~
sets = {x: datasets.ImageFolder(os.path.join("d", x), right[x]) for x in ["train", "val"]}
for phase in ["train", "val"]:
    sets[phase] = datasets.ImageFolder("d", right[phase])
val_set = datasets.ImageFolder("d/val", both["val"])
                                        ~~~~~~~~~~~
`));

  it("follows a factory to what its caller hands in", () =>
    expect(`
class Cells(Dataset):
    def __init__(self, files, transform=None):
        self.files = files
        self.transform = transform

strong = A.Compose([A.RandomCrop(64, 64), A.HorizontalFlip(p=0.5)])
weak = A.Compose([A.Resize(64, 64), A.HorizontalFlip(p=0), A.Normalize()])

def loader(files, tf):
    return DataLoader(Cells(files, transform=tf), batch_size=4)

train_loader = loader(train_files, strong)
val_loader = loader(val_files, strong)
                               ~~~~~~
test_loader = loader(test_files, weak)
`));

  it("sees a flag that asks for augmentation", () =>
    expect(`
class Cells(Dataset):
    def __init__(self, files, augment=False):
        self.augment = augment

train_set = Cells(train_files, augment=True)
test_set = Cells(test_files, augment=True)
                             ~~~~~~~~~~~~
val_set = Cells(val_files, augment=False)
`));

  it("sees parts that share a transform", () =>
    expect(`
birds = datasets.ImageFolder("birds", transform=augmenting)
train_set, val_set = random_split(birds, [0.8, 0.2])
                     ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
labelled, unlabelled = random_split(birds, [0.5, 0.5])
`));

  it("accepts parts that get their own transform afterwards", () =>
    expect(`
birds = datasets.ImageFolder("birds", transform=augmenting)
train_set, val_set = random_split(birds, [0.8, 0.2])
val_set.dataset.transform = plain
`));

  it("sees subsets and samplers", () =>
    expect(`
birds = datasets.ImageFolder("birds", transform=augmenting)
order = torch.randperm(len(birds)).tolist()
train_set = Subset(birds, order[100:])
val_set = Subset(birds, order[:100])
          ~~~~~~~~~~~~~~~~~~~~~~~~~~
val_loader = DataLoader(birds, sampler=SubsetRandomSampler(order[:100]))
             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
`));

  it("sees generators of Keras", () =>
    expect(`
augment = ImageDataGenerator(rescale=1 / 255, rotation_range=20, validation_split=0.2)
train = augment.flow_from_directory("birds", subset="training")
held = augment.flow_from_directory("birds", subset="validation")
       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
only_scaled = ImageDataGenerator(rescale=1 / 255, horizontal_flip=False)
test = only_scaled.flow_from_directory("birds/test")
test = augment.flow(X_test, y_test)
       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~
`));

  it("sees functions that are mapped over tf.data", () =>
    expect(`
def flip(image, label):
    return tf.image.random_flip_left_right(image), label

def scale(image, label):
    return image / 255, label

train_ds = train_ds.map(flip)
val_ds = val_ds.map(scale).map(flip)
         ~~~~~~~~~~~~~~~~~~~~~~~~~~~
test_ds = test_ds.map(scale)
`));

  it("sees layers that are called in training mode", () =>
    expect(`
augment = tf.keras.Sequential([tf.keras.layers.RandomFlip("horizontal")])
train_ds = train_ds.map(lambda x, y: (augment(x, training=True), y))
val_ds = val_ds.map(lambda x, y: (augment(x, training=True), y))
         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
test_ds = test_ds.map(lambda x, y: (augment(x, training=False), y))
`));

  it("accepts what a flag leaves out", () =>
    expect(`
augment = tf.keras.Sequential([tf.keras.layers.RandomFlip("horizontal")])

def prepare(rows, augmented=False):
    if augmented:
        rows = rows.map(lambda x, y: (augment(x, training=True), y))
    return rows.batch(32)

def transform_for(train):
    steps = [transforms.ToTensor()]
    if train:
        steps.insert(0, transforms.RandomHorizontalFlip())
    return transforms.Compose(steps)

train_ds, val_ds = prepare(train_rows, augmented=True), prepare(val_rows)
val_set = datasets.ImageFolder("birds/val", transform=transform_for(False))
test_set = datasets.ImageFolder("birds/test", transform=transform_for(args.train))
`));

  it("accepts several views of a test sample", () =>
    expect(`
tta_test_set = datasets.ImageFolder("birds/test", transform=augmenting)

def predict_with_tta(folder):
    test_set = datasets.ImageFolder(folder, transform=augmenting)
    return test_set
`));

  it("accepts training data whose name says so", () =>
    expect(`
train_eval_set = datasets.ImageFolder("birds/train", transform=augmenting)
pool = datasets.ImageFolder("birds/all", transform=augmenting)
`));

  it("follows data modules", () =>
    expect(`
class Birds:
    def __init__(self):
        self.train_tf = augmenting
        self.val_tf = plain

    def setup(self):
        self.train_set = datasets.ImageFolder("birds/train", transform=self.train_tf)
        self.val_set = datasets.ImageFolder("birds/val", transform=self.val_tf)
        self.test_set = datasets.ImageFolder("birds/test", transform=self.train_tf)
                                                           ~~~~~~~~~~~~~~~~~~~~~~~
`));

  it("knows transforms that another file makes, whatever is installed, and tells of a dataset once", () =>
    expectFindings(
      rule,
      `from torch.utils.data import DataLoader, SequentialSampler
from shared import Photos, photo_transforms

class Model:
    def learn(self, rows):
        train_set = self.read(rows)
        return DataLoader(train_set, shuffle=True)

    def judge(self, rows):
        eval_set = self.read(rows)
        return DataLoader(eval_set, sampler=SequentialSampler(eval_set))

    def read(self, rows):
        steps = photo_transforms()
        photos = Photos(rows, steps)
                              ~~~~~
        return photos
`,
      {
        files: {
          "shared.py": `from torch.utils.data import Dataset
try:
    import torchvision.transforms as steps
    has_images = True
except ImportError:
    has_images = False

def photo_transforms():
    return steps.Compose([steps.RandomRotation(15), steps.ToTensor()])

class Photos(Dataset):
    def __init__(self, rows, steps):
        self.rows = rows
        self.steps = steps
`,
        },
      },
    ));

  it("takes the data sets of a comprehension one by one", () => {
    const program = (held: string, mark: string) => `from torchvision import datasets, transforms
steps = {"train": transforms.Compose([transforms.RandomHorizontalFlip(), transforms.ToTensor()]), "val": ${held}}
sets = {part: datasets.ImageFolder(f"birds/{part}", steps[part]) for part in ["train", "val"]}
${mark}`;
    expectFindings(rule, program("transforms.ToTensor()", ""));
    expectFindings(
      rule,
      program(
        "transforms.Compose([transforms.RandomRotation(9), transforms.ToTensor()])",
        "                                                    ~~~~~~~~~~~\n",
      ),
    );
  });
});
