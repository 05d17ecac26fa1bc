/** Transforms that change a sample at random each time. Sources: the references of torchvision, albumentations, Kornia, MONAI, imgaug, torchaudio and Keras. */
const always: readonly RegExp[] = [
  /^torchvision\.transforms\.(v2\.)?(\w+\.)*(Random(?!HorizontalFlip|VerticalFlip|Grayscale|Invert|Equalize|Autocontrast)\w+|ColorJitter|ElasticTransform|AutoAugment|RandAugment|TrivialAugmentWide|AugMix|MixUp|CutMix|ScaleJitter|GaussianNoise)$/,
  /^albumentations\.(\w+\.)*(Random(?!Scale$)\w+|Rotate|SafeRotate|ShiftScaleRotate|Affine|Perspective|ElasticTransform|GridDistortion|OpticalDistortion|PiecewiseAffine|HueSaturationValue|RGBShift|ColorJitter|ChannelShuffle|ChannelDropout|CoarseDropout|Cutout|GridDropout|MaskDropout|PixelDropout|GaussNoise|ISONoise|MultiplicativeNoise|MotionBlur|Blur|GaussianBlur|MedianBlur|Downscale|Spatter|Superpixels|OneOf|SomeOf|D4|XYMasking|PlanckianJitter|RandomScale)$/,
  /^kornia\.augmentation\.(\w+\.)*(Random(?!HorizontalFlip|VerticalFlip|Grayscale|Invert)\w+|ColorJitter|ColorJiggle)$/,
  /^monai\.transforms\.(\w+\.)*Rand\w+$/,
  /^imgaug\.augmenters\.(\w+\.)*(Fliplr|Flipud|Affine|Crop|CropAndPad|GaussianBlur|AdditiveGaussianNoise|Multiply|Add|LinearContrast|Sometimes|OneOf|SomeOf|Dropout|CoarseDropout|PiecewiseAffine|ElasticTransformation|Rotate)$/,
  /^torchaudio\.transforms\.(\w+\.)*(TimeMasking|FrequencyMasking|SpecAugment)$/,
  /^(tensorflow\.)?(keras\.)+layers\.(\w+\.)*(Random\w+|GaussianNoise)$/,
];

/** Transforms that happen with a chance only: always or never where the chance is one or zero. */
const byChance: readonly RegExp[] = [
  /^torchvision\.transforms\.(v2\.)?(\w+\.)*Random(HorizontalFlip|VerticalFlip|Grayscale|Invert|Equalize|Autocontrast)$/,
  /^albumentations\.(\w+\.)*(HorizontalFlip|VerticalFlip|Flip|Transpose|InvertImg|Solarize|Posterize|Sharpen|Emboss)$/,
  /^kornia\.augmentation\.(\w+\.)*Random(HorizontalFlip|VerticalFlip|Grayscale|Invert)$/,
];

export function isRandomTransform(path: string): boolean {
  return always.some((pattern) => pattern.test(path));
}

export function isChanceTransform(path: string): boolean {
  return byChance.some((pattern) => pattern.test(path));
}

/** Functions that change what they are given at random. */
export function isRandomImageFunction(path: string): boolean {
  return /^tensorflow\.image\.(stateless_)?random_(?!crop$)\w+$/.test(path);
}

/** What makes one transform of several, or picks from them: it is random where one of them is. */
export function isTransformHolder(path: string): boolean {
  return /(^|\.)(Compose|Sequential|AugmentationSequential|ImageSequential|ReplayCompose|Lambda|TransformTwice)$/.test(
    path,
  );
}

/** The libraries whose transforms are told apart here. */
export const transformLibraries: readonly string[] = [
  "torchvision",
  "albumentations",
  "kornia",
  "monai",
  "imgaug",
  "torchaudio",
  "keras",
  "tensorflow",
  "timm",
];

/** What `ImageDataGenerator` changes at random when it is asked to; rescaling and standardising are no such thing. */
export const generatorAugmentations: ReadonlySet<string> = new Set([
  "rotation_range",
  "width_shift_range",
  "height_shift_range",
  "brightness_range",
  "shear_range",
  "zoom_range",
  "channel_shift_range",
  "horizontal_flip",
  "vertical_flip",
]);
