import { strict as assert } from "node:assert";
import { fields, lines, stepsOf } from "./steps-of.js";

describe("pipelines of Airflow", () => {
  it("reads operators, their order, their schedule and whom a failure is told", async () => {
    const steps = await stepsOf({
      "dags/daily.py": lines(
        "from airflow import DAG",
        "from airflow.operators.bash import BashOperator as Bash",
        "from airflow.operators.python import PythonOperator",
        "from airflow.providers.cncf.kubernetes.operators.pod import KubernetesPodOperator",
        "from airflow.models.baseoperator import chain",
        "from src.train import train as fit",
        "HOME = '/opt/airflow'",
        "defaults = {'on_failure_callback': tell}",
        "def publish(): ...",
        "with DAG('daily', schedule_interval='0 3 * * *', default_args=defaults) as dag:",
        "    pull = Bash(task_id='pull', bash_command=f'python {HOME}/src/pull.py --day {{{{ ds }}}}')",
        "    train = PythonOperator(task_id='train', python_callable=fit)",
        "    score = KubernetesPodOperator(task_id='score', cmds=['python', '-m'], arguments=['src.score'])",
        "    done = PythonOperator(task_id='done', python_callable=publish)",
        "    note = PythonOperator(task_id='note', python_callable=lambda: publish())",
        "    pull >> [train, score] >> done",
        "    done << note",
        "# BashOperator(task_id='comment', bash_command='x')",
      ),
      "src/pull.py": "",
      "src/train.py": "def train(): ...\n",
      "src/score.py": "",
    });
    assert.deepEqual(fields(steps, "runs", "needs", "line"), {
      pull: [["src/pull.py"], [], 11],
      train: [["src/train.py#train"], ["pull"], 12],
      score: [["src/score.py"], ["pull"], 13],
      done: [["dags/daily.py#publish"], ["train", "score", "note"], 14],
      note: [["dags/daily.py#publish"], [], 15],
    });
    assert.deepEqual(steps["train"]?.schedule, "0 3 * * *");
    assert.equal(steps["train"].tellsFailure, true);
    assert.deepEqual(steps["score"]?.commands, ["python -m src.score"]);
  });

  it("reads decorated functions by how their results are handed on", async () => {
    const steps = await stepsOf({
      "dags/flow.py": lines(
        "from datetime import timedelta",
        "from airflow.decorators import dag, task, task_group",
        "@task",
        "def load(): ...",
        "@task.virtualenv(task_id='fit', on_failure_callback=alert)",
        "def train(rows): ...",
        "@task()",
        "def check(model): ...",
        "@task",
        "def unused(): ...",
        "@dag(schedule=timedelta(days=1), catchup=False)",
        "def flow():",
        "    rows = load()",
        "    model = train(rows['clean'])",
        "    check.override(task_id='c')(model) >> load()",
        "flow()",
      ),
    });
    assert.deepEqual(fields(steps, "runs", "needs", "tellsFailure", "schedule"), {
      load: [["dags/flow.py#load"], ["check"], false, "timedelta(days=1)"],
      fit: [["dags/flow.py#train"], ["load"], true, "timedelta(days=1)"],
      check: [["dags/flow.py#check"], ["fit"], false, "timedelta(days=1)"],
    });
  });

  it("keeps the DAGs of a file apart, groups of tasks and chains together", async () => {
    const steps = await stepsOf({
      "dags/two.py": lines(
        "from airflow import DAG",
        "from airflow.utils.task_group import TaskGroup",
        "from airflow.models.baseoperator import chain",
        "from airflow.operators.bash import BashOperator",
        "with DAG('a', schedule='@daily') as a:",
        "    with TaskGroup('g') as g:",
        "        one = BashOperator(task_id='one', bash_command='true', on_failure_callback=notify)",
        "        two = BashOperator(task_id='two', bash_command='true')",
        "    three = BashOperator(task_id='three', bash_command='bash jobs/run.sh ')",
        "    four = BashOperator(task_id='four', bash_command='jobs/four.sh')",
        "    g >> three",
        "    chain(three, [four])",
        "b = DAG('b', schedule=None)",
        "five = BashOperator(task_id='five', bash_command='true', dag=b)",
        "six = BashOperator.partial(task_id='six', dag=b).expand(bash_command=x)",
        "six.set_upstream(five)",
      ),
      "jobs/run.sh": "python a.py\n",
      "dags/jobs/four.sh": "",
      "a.py": "",
    });
    assert.deepEqual(fields(steps, "needs", "runs", "schedule", "tellsFailure"), {
      one: [[], [], "@daily", true],
      two: [[], [], "@daily", false],
      three: [["one", "two"], ["jobs/run.sh", "a.py"], "@daily", false],
      four: [["three"], ["dags/jobs/four.sh"], "@daily", false],
      five: [[], [], undefined, false],
      six: [["five"], [], undefined, false],
    });
  });

  it("sees no pipeline where the library or a DAG is missing", async () => {
    assert.deepEqual(
      await stepsOf({
        "a.py": "BashOperator(task_id='x', bash_command='true')\n",
        "b.py": "from airflow.operators.bash import BashOperator\nBashOperator(task_id='x')\n",
        "c.py": '"""\nfrom airflow import DAG\n"""\nDAG("x")\nBashOperator(task_id="x")\n',
      }),
      {},
    );
  });
});
