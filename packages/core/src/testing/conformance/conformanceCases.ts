import type { CaseDefinition } from "./CaseDefinition.ts"
import { agesInWindow } from "./cases/agesInWindow.ts"
import { declaredHistory } from "./cases/declaredHistory.ts"
import { determinism } from "./cases/determinism.ts"
import { memoryBudget } from "./cases/memoryBudget.ts"
import { noRepaint } from "./cases/noRepaint.ts"
import { nothingChanged } from "./cases/nothingChanged.ts"
import { ownExamples } from "./cases/ownExamples.ts"
import { poisonedFuture } from "./cases/poisonedFuture.ts"
import { prefixInvariance } from "./cases/prefixInvariance.ts"
import { priceScale } from "./cases/priceScale.ts"
import { purity } from "./cases/purity.ts"
import { restart } from "./cases/restart.ts"
import { symbolIsolation } from "./cases/symbolIsolation.ts"
import { timeBudget } from "./cases/timeBudget.ts"
import { timeShift } from "./cases/timeShift.ts"
import { validOutput } from "./cases/validOutput.ts"

/** All cases in the order of their ids. An id is never given to another case. */
export const conformanceCases: ReadonlyArray<CaseDefinition> = [
  determinism,
  prefixInvariance,
  poisonedFuture,
  timeShift,
  agesInWindow,
  declaredHistory,
  noRepaint,
  symbolIsolation,
  restart,
  priceScale,
  validOutput,
  purity,
  nothingChanged,
  timeBudget,
  memoryBudget,
  ownExamples
]
