/** Scores at both ends of each band, with its label and words of it. */
export const bandCases = [
  [0, "prototype", "research project"],
  [0.5, "prototype", "serious holes"],
  [1, "prototype", "serious holes"],
  [1.5, "pilot", "first pass"],
  [2, "pilot", "first pass"],
  [2.5, "production", "reasonably tested"],
  [3, "production", "reasonably tested"],
  [3.5, "mission-critical", "strong"],
  [5, "mission-critical", "strong"],
  [5.5, "mission-critical", "exceptional"],
  [7, "mission-critical", "exceptional"],
] as const;
