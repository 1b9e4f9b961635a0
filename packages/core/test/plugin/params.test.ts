import { assert, describe, it } from "@effect/vitest"
import { Duration, Effect, Result, Schema } from "effect"

import { defineDetector, noMatch } from "../../src/plugin/defineDetector.ts"
import { decodeParams, type ParamsSchema } from "../../src/plugin/params.ts"

/** The text that identifies params, or the problems of the settings. */
const canonical = (schema: ParamsSchema, settings: unknown): string => {
  const decoded = decodeParams("made-up", schema, settings)
  return Result.isSuccess(decoded) ? decoded.success.canonical : decoded.failure.problems.join("; ")
}

describe("params as text", () => {
  it("are JSON with sorted keys, whatever the order of the settings", () => {
    const schema = Schema.Struct({ b: Schema.Finite, a: Schema.Struct({ d: Schema.String, c: Schema.Boolean }) })
    assert.strictEqual(canonical(schema, { b: 1, a: { d: "x", c: true } }), '{"a":{"c":true,"d":"x"},"b":1}')
    assert.strictEqual(canonical(schema, { a: { c: true, d: "x" }, b: 1 }), '{"a":{"c":true,"d":"x"},"b":1}')
  })

  it("of an optional key left out are those without it", () => {
    const schema = Schema.Struct({ limit: Schema.optional(Schema.Finite) })
    assert.strictEqual(canonical(schema, { limit: undefined }), canonical(schema, {}))
    assert.notStrictEqual(canonical(schema, { limit: 0 }), canonical(schema, {}))
  })

  const kinds: ReadonlyArray<readonly [kind: string, schema: ParamsSchema, one: unknown, other: unknown]> = [
    ["a bigint", Schema.Struct({ x: Schema.BigInt }), { x: 1n }, { x: 2n }],
    ["a number without end", Schema.Struct({ x: Schema.Number }), { x: Number.POSITIVE_INFINITY }, { x: Number.NaN }],
    [
      "a map",
      Schema.Struct({ x: Schema.ReadonlyMap(Schema.String, Schema.Finite) }),
      { x: new Map([["a", 1]]) },
      { x: new Map([["a", 2]]) }
    ],
    [
      "a set",
      Schema.Struct({ x: Schema.ReadonlySet(Schema.String) }),
      { x: new Set(["a"]) },
      { x: new Set(["a", "b"]) }
    ],
    ["a regular expression", Schema.Struct({ x: Schema.RegExp }), { x: /a/ }, { x: /a/i }],
    ["a date", Schema.Struct({ x: Schema.DateFromString }), { x: "2025-01-01" }, { x: "2025-01-02" }],
    ["a duration", Schema.Struct({ x: Schema.DurationFromMillis }), { x: 1 }, { x: 2 }],
    ["bytes", Schema.Struct({ x: Schema.Uint8ArrayFromBase64 }), { x: "AQI=" }, { x: "AQM=" }]
  ]
  for (const [kind, schema, one, other] of kinds) {
    it(`tell ${kind} from another`, () => {
      assert.include(canonical(schema, one), '"x":')
      assert.notStrictEqual(canonical(schema, one), canonical(schema, other))
      assert.strictEqual(canonical(schema, one), canonical(schema, one))
    })
  }

  it("of a map or a set are the same in whatever order it was filled", () => {
    const schema = Schema.Struct({ x: Schema.ReadonlyMap(Schema.String, Schema.Finite) })
    const entries = [["a", 1] as const, ["b", 2] as const]
    assert.strictEqual(
      canonical(schema, { x: new Map(entries) }),
      canonical(schema, { x: new Map(entries.toReversed()) })
    )
  })
})

describe("params of a detector", () => {
  const detectorWith = (params: ParamsSchema, see: (params: unknown) => void) =>
    defineDetector({
      name: "made-up",
      version: "1.0.0",
      summary: "Whatever the test wants",
      emits: ["SEEN"],
      params,
      history: (params: unknown) => {
        see(params)
        return 1
      },
      detect: () => noMatch
    })

  it("can be of classes, which work though they are frozen", () => {
    class Limits extends Schema.Class<Limits>("Limits")({ most: Schema.Finite }) {
      get twice() {
        return this.most * 2
      }
    }
    const seen: Array<unknown> = []
    const params = Schema.Struct({
      wait: Schema.DurationFromMillis,
      limits: Limits,
      bytes: Schema.Uint8ArrayFromBase64
    })
    const detector = detectorWith(params, (given) => {
      const { bytes, limits, wait } = given as typeof params.Type
      seen.push(Duration.toSeconds(wait), limits.twice, [...bytes], Object.isFrozen(limits))
    })
    assert.isTrue(Result.isSuccess(detector.configure({ wait: 3_000, limits: { most: 2 }, bytes: "AQI=" })))
    assert.deepStrictEqual(seen, [3, 4, [1, 2], true])
  })

  it("whose defaults cannot be made are a problem of the detector, and named", () => {
    const broken = (effect: Effect.Effect<number, Schema.SchemaError>) => {
      const detector = detectorWith(
        Schema.Struct({ limit: Schema.Finite.pipe(Schema.withDecodingDefaultKey(effect)) }),
        () => {}
      )
      const result = detector.configure({})
      return Result.isFailure(result) ? result.failure.message : "configured"
    }
    const throwing = Effect.sync((): number => {
      throw new Error("no default")
    })
    assert.match(broken(throwing), /^made-up: .*no default/)
    assert.match(broken(Effect.die("no default")), /^made-up: .*no default/)
    assert.match(broken(Effect.promise(async () => 1)), /^made-up: /)
  })
})
