import type { BadDetector } from "./BadDetector.ts"
import { leaksMemory, slow } from "./detectors/costly.ts"
import {
  asksTheEnvironment,
  asksTheFileSystem,
  asksTheNetwork,
  readsTheClock,
  readsTheDate,
  readsTheTimeZone,
  setsATimer,
  takesTheClockAlong,
  throwsDice,
  writesALog
} from "./detectors/impure.ts"
import {
  anchorOutsideTheWindow,
  annotationOutsideTheWindow,
  confidenceAsText,
  confidenceThatIsNone,
  explanationThatDoesNotSum,
  floodOfMatches,
  forgetsTheTrigger,
  metadataThatIsNone,
  negativeConfidence,
  priceThatIsNone,
  promisesMatches,
  throwsAlways,
  throwsAtACandle,
  undeclaredPattern
} from "./detectors/invalidOutput.ts"
import {
  closureByCallNumber,
  closureOverAllData,
  higherIntervalMerge,
  higherIntervalOnDemand,
  negativeAge,
  normalisedByAllData
} from "./detectors/lookAhead.ts"
import { exampleOfAnother, relativeInCents, relativeTarget } from "./detectors/misdeclared.ts"
import {
  changesAReading,
  changesItsParams,
  changesTheWindow,
  changesTheWindowInSecret,
  changesWhenExplained,
  pollutesTheLanguage
} from "./detectors/mutating.ts"
import { findsItAgain } from "./detectors/repainting.ts"
import {
  oneForAllSymbols,
  oneForEachSymbol,
  schemaThatLosesAPart,
  stateThatDoesNotSurvive
} from "./detectors/sharedState.ts"
import {
  readsBeyondHistory,
  remembersBeyondHistory,
  remembersInModule,
  warmUpTooSmall
} from "./detectors/tooLittleHistory.ts"

/** The bad detectors that can be run in the same thread, by the kind of what is bad about them. */
export const badDetectors: Readonly<Record<string, ReadonlyArray<BadDetector>>> = {
  "looks ahead": [
    negativeAge,
    higherIntervalMerge,
    higherIntervalOnDemand,
    closureOverAllData,
    closureByCallNumber,
    normalisedByAllData
  ],
  "declares too little history": [readsBeyondHistory, remembersBeyondHistory, remembersInModule, warmUpTooSmall],
  "keeps its state in the wrong place": [
    oneForAllSymbols,
    oneForEachSymbol,
    stateThatDoesNotSurvive,
    schemaThatLosesAPart
  ],
  "is not pure": [
    readsTheClock,
    readsTheDate,
    readsTheTimeZone,
    takesTheClockAlong,
    throwsDice,
    asksTheNetwork,
    asksTheFileSystem,
    asksTheEnvironment,
    setsATimer,
    writesALog
  ],
  "changes what is not its own": [
    changesTheWindow,
    changesTheWindowInSecret,
    changesAReading,
    changesItsParams,
    changesWhenExplained,
    pollutesTheLanguage
  ],
  "returns what is not in order": [
    priceThatIsNone,
    confidenceThatIsNone,
    negativeConfidence,
    confidenceAsText,
    forgetsTheTrigger,
    undeclaredPattern,
    anchorOutsideTheWindow,
    metadataThatIsNone,
    explanationThatDoesNotSum,
    annotationOutsideTheWindow,
    floodOfMatches,
    promisesMatches,
    throwsAlways,
    throwsAtACandle
  ],
  repaints: [findsItAgain],
  "declares what does not hold": [relativeInCents, relativeTarget, exampleOfAnother],
  "costs too much": [slow, leaksMemory]
}
