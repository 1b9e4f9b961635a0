import type { Candle, Detection } from "@mjolnir/core"

import { annotationShapes } from "./annotationShapes.ts"
import { candleShapes } from "./candleShapes.ts"
import { drawingLabels } from "./drawingLabels.ts"
import { drawingSpace } from "./drawingSpace.ts"
import { drawingStyle } from "./drawingStyle.ts"
import { labelShapes } from "./labelShapes.ts"
import { markShapes } from "./markShapes.ts"
import { xmlText } from "./xmlText.ts"

/** What a drawing says in words, for those who do not see it. */
export interface DrawingWords {
  readonly title: string
  readonly description: string
}

/**
 * A detection on its candles as an SVG file: cropped to the pattern, with the lines, zones and points that the detector
 * draws and a mark at the trigger candle. Rising candles are hollow, falling ones filled. It has its own background and
 * follows the reader's choice of light or dark. The same detection gives the same text.
 */
export const patternDrawing = (
  candles: ReadonlyArray<Candle>,
  detection: Detection,
  { description, title }: DrawingWords
): string => {
  const space = drawingSpace(candles, detection)
  const { height, width } = space
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    `<title>${xmlText(title)}</title>`,
    `<desc>${xmlText(description)}</desc>`,
    `<style>${drawingStyle}</style>`,
    `<rect class="ground" x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="6"/>`,
    ...annotationShapes(space, detection.annotations ?? []),
    ...markShapes(space, detection),
    ...candleShapes(space),
    ...labelShapes(drawingLabels(space, detection)),
    "</svg>\n"
  ].join("\n")
}
