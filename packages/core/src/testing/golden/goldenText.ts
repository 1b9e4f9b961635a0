import { Result, Schema } from "effect"

import type { DatedAnnotation } from "../../domain/Annotation.ts"
import type { Detection } from "../../domain/Detection.ts"

/** The text of a golden file of these detections: their JSON, but with times that can be read. */
export const goldenText = (detections: ReadonlyArray<Detection>): string =>
  `${JSON.stringify(detections.map(withReadableTimes), null, 2)}\n`

/** A detection as golden files hold it; what identifies it is known, the rest is compared as it is. */
const GoldenDetection = Schema.StructWithRest(
  Schema.Struct({
    id: Schema.String,
    symbol: Schema.String,
    interval: Schema.String,
    detector: Schema.String,
    pattern: Schema.String,
    time: Schema.String
  }),
  [Schema.Record(Schema.String, Schema.Unknown)]
)
export type GoldenDetection = typeof GoldenDetection.Type

/** The detections of a golden file; undefined when it holds something else. */
export const readGoldenText = (text: string): ReadonlyArray<GoldenDetection> | undefined =>
  Result.getOrUndefined(decodeGolden(text))

const decodeGolden = Schema.decodeUnknownResult(Schema.fromJsonString(Schema.Array(GoldenDetection)))

const withReadableTimes = ({ annotations, ...detection }: Detection): unknown => ({
  ...detection,
  time: utc(detection.time),
  confirmedAt: utc(detection.confirmedAt),
  anchors: detection.anchors.map(utc),
  ...(annotations === undefined ? {} : { annotations: annotations.map(annotationInUtc) })
})

const utc = (time: number): string => new Date(time).toISOString()

const annotationInUtc = (annotation: DatedAnnotation): unknown => {
  switch (annotation.kind) {
    case "line": {
      const { from, to } = annotation
      return { ...annotation, from: { ...from, at: utc(from.at) }, to: { ...to, at: utc(to.at) } }
    }
    case "zone":
      return { ...annotation, from: utc(annotation.from), to: utc(annotation.to) }
    case "point":
      return { ...annotation, at: utc(annotation.at) }
  }
}
