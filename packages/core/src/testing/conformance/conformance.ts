import type { Detector } from "../../plugin/defineDetector.ts"
import { idOf } from "../../plugin/identity.ts"
import { type CaseDefinition, failed, type Verdict } from "./CaseDefinition.ts"
import type { ConformanceCase } from "./ConformanceCase.ts"
import { conformanceCases } from "./conformanceCases.ts"
import { ConformanceFailure } from "./ConformanceFailure.ts"
import type { ConformanceOptions } from "./ConformanceOptions.ts"
import { Subject } from "./subject/Subject.ts"

/**
 * The cases that show whether a detector keeps the contract: that it is deterministic and pure, looks at no later candle,
 * needs no more history than it declares, does not repaint, keeps symbols apart, survives a restart, and is fast enough.
 * It is run as the host runs it.
 *
 * Without candles of your own the detector is tried on made-up ones, and can then hold no data of theirs: a detector whose
 * module reads data of its own, such as a model's table, should be tried on candles of that data as well.
 *
 * @throws InvalidParams when the settings do not fit the detector's params.
 *
 * @example
 * describe("three-up keeps the contract:", () => {
 *   for (const { title, run } of conformance(threeUp)) it(title, run)
 * })
 */
export const conformance = (detector: Detector, options: ConformanceOptions = {}): ReadonlyArray<ConformanceCase> => {
  const subject = new Subject(detector, options)
  return conformanceCases.map((definition): ConformanceCase => {
    const { hint, id, reason, title } = definition
    return {
      id,
      title,
      reason,
      hint,
      run: (context) => {
        const { detail, outcome } = examined(definition, subject)
        if (outcome === "skipped") context?.skip?.(detail)
        if (outcome !== "failed") return
        throw new ConformanceFailure({ id, title, detector: idOf(detector), seen: detail, reason, hint })
      },
      check: () => {
        const { detail, outcome } = examined(definition, subject)
        return { id, title, outcome, detail, ...(outcome === "failed" ? { hint } : {}) }
      }
    }
  })
}

/** What the host does not guard, such as a state that cannot be begun, is thrown here; it fails whatever case meets it. */
const examined = ({ examine }: CaseDefinition, subject: Subject): Verdict => {
  try {
    return examine(subject)
  } catch (cause) {
    return failed(`it threw outside of a guarded call: ${String(cause)}`)
  }
}
