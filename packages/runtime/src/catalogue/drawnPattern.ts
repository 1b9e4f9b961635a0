import type { PatternOfDetector } from "./chosenPatterns.ts"
import { patternDrawing } from "./drawing/patternDrawing.ts"

/** The drawing of a pattern's example as an SVG file; undefined when the detector does not find it there. */
export const drawnPattern = ({ detector, pattern }: PatternOfDetector): string | undefined => {
  const { description, example, name } = pattern
  if (description === undefined || example?.detection === undefined) return undefined
  return patternDrawing(example.candles, example.detection, {
    title: `${name} (${detector.plugin})`,
    description: description.means
  })
}

/** The name of the file that holds the drawing of a pattern; plugins may have patterns of the same name. */
export const drawingFile = ({ detector, pattern }: PatternOfDetector): string =>
  `${detector.plugin}-${pattern.name}.svg`
