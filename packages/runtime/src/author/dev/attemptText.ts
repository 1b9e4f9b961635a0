import { Result } from "effect"

import type { Paint } from "../../output/painter.ts"
import type { CaseReport } from "../check/CaseReport.ts"
import type { CheckResult } from "../check/CheckProtocol.ts"
import { caseLines, outcomeText } from "../check/checkReport.ts"
import { drawingTally } from "../preview/drawingText.ts"
import type { Drawing } from "../preview/drawPlugin.ts"

/** What came of a save. */
export type Attempt =
  /** The plugin could not be tried at all. */
  | { readonly _tag: "Broken"; readonly time: Date; readonly seconds: number; readonly problem: string }
  | {
      readonly _tag: "Tried"
      readonly time: Date
      readonly result: CheckResult
      readonly drawing: Result.Result<Drawing, string>
    }

/** A line that says what came of a save, and lines for whatever is to be mended. */
export const attemptText = (attempt: Attempt, paint: Paint): string => {
  const clock = paint("dim", attempt.time.toTimeString().slice(0, 8))
  const line = (isWell: boolean, text: string, seconds: number) =>
    `${clock}  ${isWell ? paint("green", "✓") : paint("red", "✗")} ${text}  ${paint("dim", `${seconds.toFixed(1)} s`)}`
  if (attempt._tag === "Broken") return line(false, attempt.problem, attempt.seconds)
  const { drawing, result } = attempt
  const failed = result.cases.filter(({ outcome }) => outcome === "failed")
  const notes = Result.isSuccess(drawing) ? drawing.success.notes : []
  return [
    line(failed.length === 0, [outcomeText(result, paint), ...drawn(drawing)].join("; "), result.seconds),
    ...notes.map((note) => `  ${paint("red", "!")} ${note}`),
    ...failed.flatMap((each) => failureLines(each, paint))
  ].join("\n")
}

const failureLines = (failed: CaseReport, paint: Paint): ReadonlyArray<string> => {
  const lines = caseLines(failed, 0, paint)
  return [`  ${paint("bold", failed.part)}`].concat(lines)
}

/** A plugin without detectors has nothing to draw, which is no news. */
const drawn = (drawing: Result.Result<Drawing, string>): ReadonlyArray<string> =>
  Result.isSuccess(drawing) ? [drawingTally(drawing.success)] : []
