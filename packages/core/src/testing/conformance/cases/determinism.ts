import { type CaseDefinition, verdictOf } from "../CaseDefinition.ts"

export const determinism: CaseDefinition = {
  id: "C01",
  title: "the same candles give the same matches",
  reason: "replicas, replays and restarts must agree, or detections are published twice or not at all",
  hint:
    "keep what is remembered in state, which begins anew for every symbol, and decide by the window, the state and the " +
    "params alone: no variable of the module, no counter of calls, no clock, no chance",
  examine: (subject) =>
    verdictOf(subject.unsteadiness, `run four times, some of them on the same params: ${subject.tally}`)
}
