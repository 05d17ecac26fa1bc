import type { GuideSource } from "./load-guide.js";
import goals from "./goals.yaml";
import baselineItems from "./items/baseline.yaml";
import dataItems from "./items/data.yaml";
import deploymentItems from "./items/deployment.yaml";
import monitoringItems from "./items/monitoring.yaml";
import planningItems from "./items/planning.yaml";
import teamItems from "./items/team.yaml";
import testingItems from "./items/testing.yaml";
import trainingItems from "./items/training.yaml";
import paths from "./paths.yaml";
import readings from "./readings.yaml";
import rules from "./rules.yaml";
import snippets from "./snippets.yaml";
import dockerfileSnippets from "./snippets/dockerfile.yaml";
import markdownSnippets from "./snippets/markdown.yaml";
import pythonDataSnippets from "./snippets/python-data.yaml";
import pythonDeploymentSnippets from "./snippets/python-deployment.yaml";
import pythonTestingSnippets from "./snippets/python-testing.yaml";
import pythonTrainingSnippets from "./snippets/python-training.yaml";
import typescriptSnippets from "./snippets/typescript.yaml";
import yamlSnippets from "./snippets/yaml.yaml";
import stages from "./stages.yaml";
import tools from "./tools.yaml";
import baseline from "./topics/baseline.yaml";
import data from "./topics/data.yaml";
import deployment from "./topics/deployment.yaml";
import fundamentals from "./topics/fundamentals.yaml";
import infrastructure from "./topics/infrastructure.yaml";
import monitoring from "./topics/monitoring.yaml";
import planning from "./topics/planning.yaml";
import references from "./topics/references.yaml";
import research from "./topics/research.yaml";
import team from "./topics/team.yaml";
import testing from "./topics/testing.yaml";
import training from "./topics/training.yaml";

/** The files of the guide. The build keeps them as text, and each becomes data when it is called for. */
export function guideSource(): GuideSource {
  return {
    stages: stages(),
    readings: readings(),
    paths: paths(),
    goals: goals(),
    tools: tools(),
    items: [
      ...[planningItems(), dataItems(), baselineItems(), trainingItems(), testingItems(), deploymentItems()],
      ...[monitoringItems(), teamItems()],
    ].flat(),
    snippets: snippets(),
    snippetBodies: {
      python: [
        ...[pythonDataSnippets(), pythonTrainingSnippets(), pythonTestingSnippets(), pythonDeploymentSnippets()],
      ].flat(),
      typescript: typescriptSnippets(),
      yaml: yamlSnippets(),
      dockerfile: dockerfileSnippets(),
      markdown: markdownSnippets(),
    },
    rules: rules(),
    topics: {
      ...{ fundamentals: fundamentals(), research: research(), planning: planning(), data: data() },
      ...{ baseline: baseline(), training: training(), deployment: deployment(), testing: testing() },
      ...{ monitoring: monitoring(), infrastructure: infrastructure(), team: team(), references: references() },
    },
  };
}
