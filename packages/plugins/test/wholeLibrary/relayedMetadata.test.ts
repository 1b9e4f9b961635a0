import { assert, describe, it } from "@effect/vitest"
import { type Detector, exampleCandles } from "@mjolnir/core"
import { detectionsOf } from "@mjolnir/core/testing"
import { relayedDetection } from "@mjolnir/core/wire"

import { builtInPlugins } from "../../src/index.ts"

/** What a relayed message says of its own in the metadata, which a match of the same name would replace. */
const said = { detection_type: "natural", duration_minutes: 1, stage: 1 }

const detectionsIn = (detector: Detector) =>
  Object.values(detector.patterns).flatMap(({ example }) => detectionsOf(detector, exampleCandles(example)))

describe("the figures of a match", () => {
  it.each(builtInPlugins.flatMap(({ detectors }) => detectors))(
    "of $name leave what the relayed message says of itself as it is documented",
    (detector) => {
      const detections = detectionsIn(detector)
      assert.isNotEmpty(detections)
      for (const detection of detections) assert.deepInclude(relayedDetection(detection).data.metadata, said)
    }
  )
})
