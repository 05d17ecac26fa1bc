import type { CallFact } from "../../project/facts/code-facts.js";
import type { CiJobFact } from "../../project/facts/ci-facts.js";
import type { Evidence, Place } from "../evidence.js";
import type { ChecklistProject } from "../project.js";
import { callEvidence, callSearch, type FoundCall } from "./code-evidence.js";
import { valuesWithin, writtenAs } from "./values.js";

/** Calls of the product's code that tell a person: messages, pages, mails, reports of errors. */
export function notifyCalls({ code }: Pick<ChecklistProject, "code">): readonly FoundCall[] {
  return tellingCalls(code);
}

const tellingCalls = callSearch(tellsPerson);

function tellsPerson(call: CallFact): boolean {
  const { path = "", name, text, positional, named } = call;
  if (senders.test(path)) return true;
  if (name === "publish" && named.TopicArn !== undefined) return true;
  if (
    !/^(?:requests|httpx|aiohttp|urllib3?|axios)\b.*\.(?:post|request|urlopen)$|^(?:builtins\.)?fetch$/.test(path) &&
    !/^(?:fetch|axios\.post)$/.test(text)
  ) {
    return false;
  }
  const given = [...positional, ...Object.values(named)].flatMap((value) => [...valuesWithin(value)]);
  return given.some((value) => channels.test(writtenAs(value)));
}

const senders =
  /^(?:sentry_sdk\.(?:capture_\w+)|slack_sdk\..*(?:send|chat_postMessage|send_dict)|slack\..*|smtplib\.SMTP(?:_SSL)?\.(?:send_message|sendmail)|pdpyras\..*(?:trigger|send\w*)|pagerduty\..*|opsgenie_sdk\..*create_alert|apprise\..*notify|pymsteams\..*send|discord_webhook\..*execute|telegram\..*send_message|airflow\.providers\.(?:slack|pagerduty|opsgenie|smtp)\..*|airflow\.utils\.email\.send_email|@sentry\/[\w-]+\.capture\w+|@slack\/[\w-]+\..*(?:send|postMessage)|twilio\..*create)$/;
const channels = /web_?hook|slack|pagerduty|opsgenie|hooks\.|alert_?url|teams\.microsoft|discord|telegram/i;

export function notifyEvidence(project: ChecklistProject, found: FoundCall): Evidence {
  const what = `\`${found.call.text}\` in ${found.call.within === "" ? found.file.path : `\`${found.call.within}\``} tells a person`;
  return callEvidence(project, found, { what, rule: "notifies" });
}

/** Where a job of CI tells people that it failed. */
export function jobTells({ ci }: Pick<ChecklistProject, "ci">, path: string): Place | undefined {
  const action = ci.jobs
    .filter((job: CiJobFact) => job.path === path)
    .flatMap(({ actions }) => actions)
    .find(({ name }) => notifyActions.test(name));
  if (action !== undefined) return { path: action.path, line: action.line };
  const run = ci.runs.find(
    ({ chain, path: at, command }) => (chain.includes(path) || at === path) && notifyCommands.test(command),
  );
  return run && { path: run.path, line: run.line };
}

const notifyActions =
  /slack|pagerduty|opsgenie|teams|discord|telegram|send-mail|notify|create-an-issue|create-issue|failed-build-issue|sentry/i;
const notifyCommands =
  /hooks\.slack\.com|\bgh issue create|SLACK_\w+|PAGERDUTY|opsgenie|WEBHOOK|\bsendmail\b|\bmail -s|healthchecks\.io|hc-ping/i;
