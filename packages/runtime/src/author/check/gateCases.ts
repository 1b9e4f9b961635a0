import type { ConfiguredGate, Detection } from "@mjolnir/core"

import { type AuthorCase, failed, immediateCase, passed, passedUnless, skipped } from "./AuthorCase.ts"
import { changeOf } from "./changeOf.ts"
import { firstDifference } from "./firstDifference.ts"
import { inAnotherWorld } from "./inAnotherWorld.ts"
import { sampleDetections } from "./sampleDetections.ts"

/** The cases that a gate keeps its contract, tried on made-up detections. */
export const gateCases = (gate: ConfiguredGate): ReadonlyArray<AuthorCase> => {
  const detections = sampleDetections("TEST")
  const extent = `${detections.length} detections`
  return [
    immediateCase(
      {
        id: "G01",
        title: "every reason is a declared one",
        reason: "reasons are labels of a metric, and the host takes another one for a failure of the gate",
        hint: "name every reason in reasons, and return undefined to let a detection pass"
      },
      () => {
        const decided = decisions(gate, detections)
        const stray = decided.find((reason) => reason !== undefined && !gate.reasons.has(reason))
        const held = decided.filter((reason) => reason !== undefined).length
        return passedUnless(
          stray === undefined
            ? undefined
            : `it gave ${JSON.stringify(stray)}, and declares ${[...gate.reasons].join(", ")}`,
          `${extent}, of which it held back ${held}`
        )
      }
    ),
    immediateCase(
      {
        id: "G02",
        title: "the same detections get the same decisions",
        reason: "replicas, replays and restarts would disagree on what was published",
        hint: "go by the detection and the state alone: its times, never the clock's, and no chance"
      },
      () => {
        const before = decisions(gate, detections)
        return passedUnless(
          firstDifference(
            "detection",
            before,
            inAnotherWorld(() => decisions(gate, detections))
          ),
          `${extent}, at two times of the clock`
        )
      }
    ),
    immediateCase(
      {
        id: "G03",
        title: "a detection is left as it is",
        reason: "the detection goes on to the other gates and to the sinks",
        hint: "keep what is to be remembered in the state, and change nothing else"
      },
      () => {
        const changed = detections.map((detection) => changeOf(detection, (copy) => gate.start().decide(copy)))
        return passedUnless(changed.find(Boolean), extent)
      }
    ),
    immediateCase(
      {
        id: "G04",
        title: "symbols do not know of each other",
        reason: "a symbol's decisions would depend on which others run on the same replica",
        hint: "keep what is to be remembered in the state, of which there is one for each symbol"
      },
      () => {
        const others = sampleDetections("OTHER")
        const [own, other] = [gate.start(), gate.start()]
        const beside = detections.map((detection, index) => {
          const foreign = others[index]
          if (foreign !== undefined) decide(other, foreign)
          return decide(own, detection)
        })
        return passedUnless(
          firstDifference("detection", decisions(gate, detections), beside),
          `${extent}, alone and beside those of another symbol`
        )
      }
    ),
    immediateCase(
      {
        id: "G05",
        title: "a restart at any detection changes nothing",
        reason: "a restart would publish what was held back, or hold back what was due",
        hint: "let the Schema of the state hold everything that decide goes by"
      },
      () => {
        if (gate.start().snapshot() === undefined) return skipped("it declares no state that survives a restart")
        let running = gate.start()
        const restarted = detections.map((detection) => {
          const saved = JSON.stringify(running.snapshot())
          running = gate.start()
          running.restore(JSON.parse(saved))
          return decide(running, detection)
        })
        const difference = firstDifference("detection", decisions(gate, detections), restarted)
        return difference === undefined ? passed(extent) : failed(difference)
      }
    )
  ]
}

type RunningGate = ReturnType<ConfiguredGate["start"]>

const decisions = (gate: ConfiguredGate, detections: ReadonlyArray<Detection>) => {
  const running = gate.start()
  return detections.map((detection) => decide(running, detection))
}

/** What the host does when no other gate holds the detection back. */
const decide = (running: RunningGate, detection: Detection): string | undefined => {
  const reason = running.decide(detection)
  if (reason === undefined) running.passed(detection)
  return reason
}
