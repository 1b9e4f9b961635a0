import { assert, describe, it } from "@effect/vitest"
import { Context, Effect, Layer, Schema } from "effect"

import { defineSink } from "../../../src/plugin/defineSink.ts"
import { detectionWith } from "../../../src/testing/detectionWith.ts"
import { deliverTo } from "../../../src/testing/runs/deliverTo.ts"

class Post extends Context.Service<Post, { readonly send: (text: string) => Effect.Effect<void> }>()("test/Post") {}

const candle = { open: 1, high: 1, low: 1, close: 1, volume: 1 }

/** A sink that posts symbols, and what became of its post office. */
const makePosted = () => {
  const log: Array<string> = []
  const layer = Layer.effect(
    Post,
    Effect.gen(function* () {
      yield* Effect.addFinalizer(() => Effect.sync(() => log.push("closed")))
      return Post.of({ send: (text) => Effect.sync(() => log.push(text)) })
    })
  )
  const sink = defineSink({
    name: "posted",
    version: "1.0.0",
    summary: "Posts symbols",
    params: Schema.Struct({ to: Schema.String }),
    layer,
    deliver: ({ detection }, { to }) => Post.use(({ send }) => send(`${detection.symbol} to ${to}`))
  })
  return { log, sink }
}

describe("deliverTo", () => {
  it("runs a sink with its settings and services, and closes it", async () => {
    const { log, sink } = makePosted()
    const deliveries = ["AAPL", "MSFT"].map((symbol) => ({ detection: detectionWith({ symbol }), candle }))
    await deliverTo(sink, deliveries, { settings: { to: "me" } })
    assert.deepStrictEqual(log, ["AAPL to me", "MSFT to me", "closed"])
  })

  it("rejects settings that do not fit", async () => {
    const { log, sink } = makePosted()
    const failure = await deliverTo(sink, [{ detection: detectionWith(), candle }]).catch(String)
    assert.include(String(failure), "to: ")
    assert.deepStrictEqual(log, [])
  })

  it("gives a sink what it cannot change, as a host does", async () => {
    const greedy = defineSink({
      name: "greedy",
      version: "1.0.0",
      summary: "Takes what it is given for its own",
      params: Schema.Struct({}),
      deliver: ({ detection }) => Effect.sync(() => void Object.assign(detection, { confidence: 1 }))
    })
    const failure = await deliverTo(greedy, [{ detection: detectionWith(), candle }]).catch(String)
    assert.include(String(failure), "sink greedy@1.0.0, at delivery 1 of 1: Cannot assign to read only property")
  })

  it("rejects with what a delivery fails with and which it was", async () => {
    const refusing = defineSink({
      name: "refusing",
      version: "1.0.0",
      summary: "Takes AAPL alone",
      params: Schema.Struct({}),
      deliver: ({ detection }) => (detection.symbol === "AAPL" ? Effect.void : Effect.fail("no such stock"))
    })
    const deliveries = ["AAPL", "MSFT"].map((symbol) => ({ detection: detectionWith({ symbol }), candle }))
    const failure = await deliverTo(refusing, deliveries).catch(String)
    assert.include(String(failure), "sink refusing@1.0.0, at delivery 2 of 2: no such stock")
  })

  it("rejects when the services cannot be built", async () => {
    const homeless = defineSink({
      name: "homeless",
      version: "1.0.0",
      summary: "Has no service",
      params: Schema.Struct({}),
      deliver: () => Effect.void,
      layer: Layer.effectDiscard(Effect.fail("nobody at home"))
    })
    const failure = await deliverTo(homeless, []).catch(String)
    assert.include(String(failure), "sink homeless@1.0.0, at the start of its services: nobody at home")
  })
})
