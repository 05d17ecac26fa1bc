// @ts-check
/** The browser of the tests: whatever Chromium is there, else Debian's where we may install it. */
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";
import { must } from "./process.mjs";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];
const places = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/** @type {readonly string[]} */
export const chromiumArguments = [
  ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"],
  ...["--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage"],
];

/** The path of a browser; installs one when there is none and the system lets us. */
export async function findChromium() {
  const found = search();
  if (found !== undefined) return found;
  if (existsSync("/etc/debian_version") && process.getuid?.() === 0) {
    console.log("Installing Chromium with apt-get ...");
    await must("apt-get", ["update"], { quiet: true });
    await must("apt-get", ["install", "-y", "--no-install-recommends", "chromium", "fonts-dejavu-core"], {
      quiet: true,
      env: { DEBIAN_FRONTEND: "noninteractive" },
    });
    const installed = search();
    if (installed !== undefined) return installed;
  }
  throw new Error(
    "These tests need a Chromium browser and found none.\n" +
      "  Debian, Ubuntu:  sudo apt-get install chromium\n" +
      "  Fedora:          sudo dnf install chromium\n" +
      "  macOS, Windows:  install Google Chrome\n" +
      "or set ML_PREFLIGHT_CHROMIUM to the path of one.",
  );
}

function search() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const candidates = [
    process.env.ML_PREFLIGHT_CHROMIUM ?? "",
    ...folders.flatMap((folder) => names.map((name) => join(folder, name))),
    ...places,
  ];
  return candidates.find((path) => path !== "" && existsSync(path));
}

export async function launchChromium() {
  return chromium.launch({ executablePath: await findChromium(), args: [...chromiumArguments] });
}
