/** Actions of others that stand for one command, by their names without the version. */
export const actionCommands: ReadonlyMap<string, string> = new Map([
  ["pavelzw/pytest-action", "pytest"],
  ["cypress-io/github-action", "cypress run"],
  ["ArtiomTr/jest-coverage-report-action", "jest"],
  ["psf/black", "black --check ."],
  ["rickstaa/action-black", "black --check ."],
  ["isort/isort-action", "isort --check ."],
  ["py-actions/flake8", "flake8"],
  ["TrueBrain/actions-flake8", "flake8"],
  ["julianwachholz/flake8-action", "flake8"],
  ["jpetrucciani/mypy-check", "mypy"],
  ["jakebailey/pyright-action", "pyright"],
  ["astral-sh/ruff-action", "ruff check"],
  ["chartboost/ruff-action", "ruff check"],
]);

/**
 * Does the name of an action speak of tests or checks of the code, as far as nobody knows what it runs? What only
 * publishes results, comments on them or sets something up is no check.
 */
export function isUnknownCheck(action: string): boolean {
  return !actionCommands.has(action) && checking.test(action) && !telling.test(action) && !knownChecks.test(action);
}

const checking =
  /(?:^|[/_-])(?:py)?(?:tests?|testing|pytest|unittests?|lint|linter|linting|checks?|coverage)(?:[/_-]|$)/i;
const telling =
  /upload|download|report|comment|publish|summary|results?|badge|annotat|codecov|coveralls|cache|setup|install|status|wait|action-gh|link|spell|licen[cs]e|commit|title|label|changed|version|cla\b/i;
/** Found by their names, because they run one tool of that name. */
const knownChecks =
  /(?:^|[/-])(?:ruff|flake8|pylint|black|mypy|pyright|eslint|biome|bandit|semgrep|super-linter)(?:[-/@]|$)/;
