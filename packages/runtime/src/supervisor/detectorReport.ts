import type { CallMeter, DetectorRecord } from "@mjolnir/core/pipeline"
import type { DetectorReport } from "@mjolnir/core/services"

/** What a record says of its detector, whose calls were timed by the meter, if any. */
export const detectorReport = (record: DetectorRecord, meter: CallMeter | undefined): DetectorReport => ({
  id: record.id,
  state: record.breaker.state === "open" ? "suspended" : "running",
  suspendedSymbols: record.suspended.size,
  calls: record.calls,
  matches: record.matches,
  faults: record.faults,
  lastFault: record.lastFault,
  budget:
    meter === undefined || record.timedCalls === 0
      ? undefined
      : {
          average: record.timedMillis / record.timedCalls / meter.budgetMillis,
          most: record.slowestMillis / meter.budgetMillis
        },
  overBudget: record.overBudget
})
