import { type Case, checkCases, type Files, lines, system } from "../ci-of.js";

describe("continuous integration: Jenkins", () => {
  const jenkins = (name: string, body: readonly string[], runs: readonly string[], more: Files = {}): Case =>
    system(
      name,
      {
        Jenkinsfile: lines(
          "pipeline {",
          "  agent any",
          "  stages {",
          "    stage('Test') {",
          "      steps {",
          ...body,
          "      }",
          "    }",
          "  }",
          "}",
        ),
        ...more,
      },
      runs,
    );
  checkCases([
    jenkins("a step", ["sh 'pytest -q'"], ["pytest -q"]),
    jenkins("several lines", ["sh '''", "  pytest", "  echo done", "'''"], ["pytest"]),
    jenkins(
      "a script with its own first line",
      ["sh '''#!/bin/bash", "pytest", "echo done", "'''"],
      ["pytest !followed"],
    ),
    jenkins(
      "a status that is taken",
      ["script { def s = sh(script: 'pytest', returnStatus: true) }"],
      ["pytest !or-ignored"],
    ),
    jenkins("`catchError` fails the build in the end", ["catchError { sh 'pytest' }"], ["pytest"]),
    jenkins(
      "`catchError` that lets the build pass",
      ["catchError(buildResult: 'SUCCESS', stageResult: 'FAILURE') { sh 'pytest' }"],
      ["pytest !or-ignored"],
    ),
    jenkins(
      "an exception that is taken",
      ["script { try { sh 'pytest' } catch (e) { echo 'no' } }"],
      ["pytest !or-ignored"],
    ),
    jenkins("an exception that is thrown again", ["script { try { sh 'pytest' } catch (e) { throw e } }"], ["pytest"]),
    jenkins("another folder", ["dir('ml') { sh 'make test' }"], ["pytest"], { "ml/Makefile": "test:\n\tpytest\n" }),
    jenkins("Windows", ["bat 'pytest'"], ["pytest"]),
    jenkins("comments", ["// sh 'pytest a'", "/* sh 'pytest b' */"], []),
    system("scripted", { Jenkinsfile: lines("node {", "  stage('t') {", '    sh "pytest tests"', "  }", "}") }, [
      "pytest tests",
    ]),
    system("after the result", { Jenkinsfile: lines("pipeline {", "  post { always { sh 'pytest' } }", "}") }, [
      "pytest !too-late",
    ]),
  ]);
});
