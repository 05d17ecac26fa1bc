import { type Case, checkCases, follows } from "../ci-of.js";

describe("from a command to what it runs: wrappers", () => {
  const plain = (script: string, ...runs: readonly string[]): Case =>
    follows(script.split("\n")[0] ?? "", script, {}, runs);
  checkCases([
    plain("python -m pytest -q", "python -m pytest -q"),
    plain("FOO=1 BAR=2 pytest", "pytest"),
    plain("env FOO=1 pytest", "pytest"),
    plain("time pytest", "pytest"),
    plain("sudo -E pytest", "pytest"),
    plain("timeout 10m pytest", "pytest"),
    plain("xvfb-run -a pytest", "pytest"),
    plain("poetry run pytest", "pytest"),
    plain("uv run --extra dev --python 3.12 pytest -x", "pytest -x"),
    plain("uv run -m pytest", "python -m pytest"),
    plain("uv run python -m pytest", "python -m pytest"),
    plain("pipenv run pytest", "pytest"),
    plain("pdm run pytest", "pytest"),
    plain("hatch run pytest", "pytest"),
    plain("hatch test", "hatch test"),
    plain("conda run -n dev pytest", "pytest"),
    plain("micromamba run -n dev pytest", "pytest"),
    plain("coverage run -m pytest tests", "python -m pytest tests"),
    plain("python -m coverage run -m pytest", "python -m pytest"),
    plain("coverage run --source src -m unittest discover", "python -m unittest discover"),
    plain("npx vitest run", "vitest run"),
    plain("node --test", "node --test"),
    plain("node node_modules/.bin/jest", "node node_modules/.bin/jest"),
    plain("python setup.py test", "python setup.py test"),
    plain("python manage.py test", "python manage.py test"),
    plain("mpirun -n 2 pytest", "pytest"),
    plain("poetry run bash -c 'cd x && pytest'", "pytest"),
    plain("docker run --rm -v $PWD:/app -w /app image:1 pytest tests", "pytest tests"),
    plain("docker run --entrypoint pytest image tests", "pytest tests"),
    plain("docker exec box pytest", "pytest"),
    plain("docker compose run --rm web pytest", "pytest"),
    plain("docker-compose exec -T web python -m pytest", "python -m pytest"),
    plain('ARGS="-x -q"\npytest $ARGS', "pytest -x -q"),
    plain('CMD="python -m pytest"\n$CMD tests', "python -m pytest tests"),
    plain("pytest ${MARK:-fast}", "pytest fast"),
  ]);
  checkCases([
    follows("a command that only the run knows", "$RUNNER tests", {}, [], /only the run knows/),
    follows("whichever Python it is", "$PYTHON -m pytest", {}, ["$PYTHON -m pytest"]),
  ]);
});
