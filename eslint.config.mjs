import tseslint from "typescript-eslint";

/** Folders whose code must run anywhere, a browser's worker included (docs/architecture.md). */
const pure = ["syntax", "semantics", "knowledge", "rules", "engine", "guide", "checklist", "project", "report"];

export default tseslint.config(
  {
    ignores: [
      "node_modules/",
      "dist/",
      "dist-*/",
      "out/",
      "out-*/",
      "artifacts/",
      "test/fixtures/",
      "test/corpus/",
      "src/rules/index.ts",
    ],
  },
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // An index that was checked is read with `!`: the compiler cannot follow bounds.
      "@typescript-eslint/no-non-null-assertion": "off",
      // Numbers and booleans in a template read as they are meant.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true, allowBoolean: true }],
      // `() => list.push(x)` as a callback is common and harmless.
      "@typescript-eslint/no-confusing-void-expression": "off",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/no-unnecessary-condition": [
        "error",
        { allowConstantLoopConditions: "only-allowed-literals" },
      ],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-import-type-side-effects": "off",
      "no-empty": ["error", { allowEmptyCatch: false }],
      eqeqeq: "error",
      "no-restricted-syntax": [
        "error",
        {
          selector: "TSEnumDeclaration[const!=true]",
          message: "A union of strings says the same and is plain data; a `const enum` where speed needs numbers.",
        },
        { selector: "ExportAllDeclaration", message: "No barrels: import from the file that holds the thing." },
        { selector: "TSModuleDeclaration[kind='namespace']", message: "A file is a namespace already." },
      ],
    },
  },
  {
    files: pure.map((folder) => `src/${folder}/**/*.ts`),
    rules: {
      "no-restricted-globals": [
        "error",
        ...["process", "Buffer", "setTimeout", "setInterval", "setImmediate", "fetch", "performance", "require"],
      ],
      "no-restricted-properties": [
        "error",
        { object: "Date", property: "now", message: "Nothing below the shells reads the clock." },
        { object: "Math", property: "random", message: "The same text gives the same findings." },
      ],
    },
  },
  {
    // A comparison narrows `this.kind` for the compiler, and the call that moves on to the next token does not widen it again.
    files: ["src/syntax/**/*.ts"],
    rules: { "@typescript-eslint/no-unnecessary-condition": "off" },
  },
  {
    // ESTree's node types are plain words, and a literal narrows them as well as the library's enum does.
    files: ["src/syntax/typescript/**/*.ts"],
    rules: { "@typescript-eslint/no-unsafe-enum-comparison": "off" },
  },
  {
    // Character codes, hashes and ids are plain numbers, compared with `const enum`s that name them.
    files: ["src/syntax/python/**/*.ts"],
    rules: {
      "@typescript-eslint/no-unsafe-enum-comparison": "off",
      "@typescript-eslint/no-unsafe-enum-assignment": "off",
    },
  },
  {
    // Casts live where parsers are called; elsewhere a type is proven.
    files: ["src/**/*.ts"],
    ignores: ["src/syntax/**"],
    rules: {
      "@typescript-eslint/consistent-type-assertions": [
        "error",
        { assertionStyle: "as", objectLiteralTypeAssertions: "never" },
      ],
      "@typescript-eslint/no-unsafe-type-assertion": "error",
    },
  },
  {
    files: ["test/**/*.ts", "bench/**/*.ts"],
    rules: {
      // Mocha's `it` takes the promise that a test returns.
      "@typescript-eslint/no-floating-promises": [
        "error",
        { allowForKnownSafeCalls: [{ from: "package", name: ["it", "describe"], package: "mocha" }] },
      ],
    },
  },
  {
    files: ["**/*.{mjs,cjs,js}"],
    rules: {
      eqeqeq: "error",
      "no-empty": ["error", { allowEmptyCatch: false }],
      "no-unused-vars": "error",
      "prefer-const": "error",
    },
  },
);
