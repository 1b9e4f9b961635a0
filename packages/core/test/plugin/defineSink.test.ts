// @effect-diagnostics missingLayerContext:off -- what the compiler refuses is what is tested here
import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer, Result, Schema } from "effect"

import { defineSink, type Sink } from "../../src/plugin/defineSink.ts"
import { delivery, Prefix, Suffix } from "../support/effectfulParts.ts"

const identity = {
  name: "noted",
  version: "1.2.3",
  summary: "Notes what it is given",
  params: Schema.Struct({ prefix: Schema.String.pipe(Schema.withDecodingDefaultKey(Effect.succeed(">"))) })
}

const usingPrefix = Effect.asVoid(Prefix)

/** A sink that notes detections with a prefix, which comes from its params through its layer. */
const notedSink = (notes: Array<string>): Sink =>
  defineSink({
    ...identity,
    layer: ({ prefix }) => Prefix.layerOf(prefix),
    deliver: ({ detection }, { prefix }) =>
      Effect.map(Prefix, ({ text }) => void notes.push(`${text}${prefix} ${detection.symbol}`))
  })

const opened = (sink: Sink, settings: unknown) => Result.getOrThrow(sink.configure(settings)).open()

const problemOf = (sink: Sink, settings: unknown): string =>
  Result.match(sink.configure(settings), { onFailure: ({ message }) => message, onSuccess: () => "no problem" })

describe("a sink", () => {
  it("says what it is", () => {
    assert.deepInclude(notedSink([]), { kind: "sink", name: "noted", version: "1.2.3" })
    assert.strictEqual(Result.getOrThrow(notedSink([]).configure({})).id, "noted@1.2.3")
  })

  it("delivers with its params, which reach its layer too", async () => {
    const notes: Array<string> = []
    const part = await opened(notedSink(notes), { prefix: "#" })
    await part.call(delivery)
    assert.deepStrictEqual(notes, ["## AAPL"])
  })

  it("has the defaults of its params when nothing is set", async () => {
    const notes: Array<string> = []
    await (await opened(notedSink(notes), {})).call(delivery)
    assert.deepStrictEqual(notes, [">> AAPL"])
  })

  it("that uses no service needs no layer", async () => {
    const part = await opened(defineSink({ ...identity, deliver: () => Effect.void }), {})
    assert.isUndefined(await part.call(delivery))
  })

  it("rejects on opening, and does not throw, when its layer cannot even be made", async () => {
    const sink = defineSink({
      ...identity,
      layer: (): Layer.Layer<Prefix> => {
        throw new Error("no such directory")
      },
      deliver: () => usingPrefix
    })
    const problem = await opened(sink, {}).catch((problem: unknown) => problem)
    assert.strictEqual(Object(problem).message, "no such directory")
  })

  it("refuses settings that do not fit, naming the sink and the path", () => {
    assert.match(problemOf(notedSink([]), { prefix: 1 }), /^noted: prefix: /)
    assert.match(problemOf(notedSink([]), { prefixes: ">" }), /^noted: prefixes: /)
  })

  it("is refused with a name that is none", () => {
    assert.throws(() => defineSink({ ...identity, name: "Noted!", deliver: () => Effect.void }), /lower-case words/)
  })
})

describe("the compiler", () => {
  const needsSuffix = Layer.effect(
    Prefix,
    Effect.map(Suffix, ({ text }) => Prefix.of({ text }))
  )

  it("refuses a sink whose services no layer provides", () => {
    // @ts-expect-error there is no layer
    defineSink({ ...identity, deliver: () => usingPrefix })
    // @ts-expect-error the layer provides another service
    defineSink({ ...identity, layer: Suffix.layer, deliver: () => usingPrefix })
    // @ts-expect-error the layer provides one of two
    defineSink({ ...identity, layer: Suffix.layer, deliver: () => Effect.andThen(usingPrefix, Effect.asVoid(Suffix)) })
  })

  it("refuses a layer that needs something itself", () => {
    // @ts-expect-error nobody provides what the layer needs
    defineSink({ ...identity, layer: needsSuffix, deliver: () => usingPrefix })
    // @ts-expect-error nor when the params make it
    defineSink({ ...identity, layer: () => needsSuffix, deliver: () => usingPrefix })
  })

  it("refuses a param that there is not", () => {
    // @ts-expect-error there is no param of this name
    defineSink({ ...identity, deliver: (_delivery, { suffix }) => Effect.log(suffix) })
    // @ts-expect-error nor for the layer
    defineSink({ ...identity, layer: ({ suffix }) => Prefix.layerOf(suffix), deliver: () => usingPrefix })
  })

  it("accepts a layer that provides more than is used", async () => {
    const more = Layer.merge(Prefix.layerOf(""), Suffix.layer)
    const part = await opened(defineSink({ ...identity, layer: more, deliver: () => usingPrefix }), {})
    await part.call(delivery)
    await opened(defineSink({ ...identity, layer: more, deliver: () => Effect.void }), {})
  })
})
