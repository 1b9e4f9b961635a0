import { assert, describe, it } from "@effect/vitest"
import { Context, Effect, Layer, Schema } from "effect"

import { defineSink } from "../../src/plugin/defineSink.ts"
import { deliverTo } from "../../src/testing/deliverTo.ts"
import { detectionWith } from "../../src/testing/detectionWith.ts"

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
    await deliverTo(sink, deliveries, { to: "me" })
    assert.deepStrictEqual(log, ["AAPL to me", "MSFT to me", "closed"])
  })

  it("rejects settings that do not fit", async () => {
    const { log, sink } = makePosted()
    const failure = await deliverTo(sink, [{ detection: detectionWith(), candle }], {}).catch(String)
    assert.include(String(failure), "to: ")
    assert.deepStrictEqual(log, [])
  })
})
