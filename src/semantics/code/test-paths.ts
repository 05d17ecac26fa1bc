/** Does a path lead through a folder of tests, or have a name that runners of tests look for? */
export function isTestPath(path: string): boolean {
  return (
    /(?:^|\/)(?:tests?|testing|__tests__|spec|fixtures|testdata|mocks?)\//.test(path) ||
    /(?:^|\/)(?:test_[^/]*|[^/]*_test|conftest)\.py$/.test(path) ||
    /\.(?:test|spec)\.[cm]?[jt]sx?$/.test(path)
  );
}
