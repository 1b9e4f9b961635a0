import { assert, describe, it } from "@effect/vitest"
import { builtInPlugins } from "@mjolnir/plugins"
import { Effect } from "effect"

import { featureCases } from "../../src/author/check/featureCases.ts"

const features = builtInPlugins.flatMap((plugin) => plugin.features)

describe.each(features)("the built-in feature $name", (feature) => {
  for (const { examine, id, title } of featureCases(feature)) {
    it.effect(`${id} ${title}`, () =>
      Effect.gen(function* () {
        const { detail, outcome } = yield* examine
        assert.strictEqual(outcome, "passed", detail)
      })
    )
  }
})
