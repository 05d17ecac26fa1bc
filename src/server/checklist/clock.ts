/** The day where the server runs, as `2026-05-31`. */
export function today(now = new Date()): string {
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map(twoDigits).join("-");
}

/** The same with the time, as `2026-05-31 14:02`. */
export function dayAndTime(now = new Date()): string {
  return `${today(now)} ${[now.getHours(), now.getMinutes()].map(twoDigits).join(":")}`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}
