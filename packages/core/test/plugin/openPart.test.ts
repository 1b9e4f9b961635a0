import { assert, describe, it } from "@effect/vitest"
import { Context, Data, Deferred, Effect, Layer } from "effect"

import { openPart } from "../../src/plugin/openPart.ts"

class Counter extends Context.Service<Counter, { readonly next: () => number }>()("Counter") {}

/** A layer that tells when it is built and released. */
const countingLayer = (log: Array<string>) =>
  Layer.effect(
    Counter,
    Effect.acquireRelease(
      Effect.sync(() => {
        log.push("built")
        let count = 0
        return Counter.of({ next: () => ++count })
      }),
      () => Effect.sync(() => log.push("released"))
    )
  )

const next = (step: number) => Effect.map(Counter, (counter) => counter.next() * step)

/** What a promise rejects with. */
const rejection = async (promise: Promise<unknown>): Promise<unknown> => {
  try {
    await promise
  } catch (problem) {
    return problem
  }
  return "it did not reject"
}

const messageOf = async (promise: Promise<unknown>): Promise<string> => {
  const problem = await rejection(promise)
  return problem instanceof Error ? problem.message : `no error but ${String(problem)}`
}

/** An open part whose calls end like this effect. */
const partOf = (effect: Effect.Effect<unknown, unknown>) => openPart(Layer.empty, () => effect)

const failing = async (effect: Effect.Effect<unknown, unknown>) => messageOf((await partOf(effect)).call(0))

describe("the services of an open part", () => {
  it("are built once, before the first call, and shared by all calls", async () => {
    const log: Array<string> = []
    const part = await openPart(countingLayer(log), next)
    assert.deepStrictEqual(log, ["built"])
    assert.deepStrictEqual([await part.call(1), await part.call(10)], [1, 20])
    assert.deepStrictEqual(log, ["built"])
  })

  it("are released when it is closed, and only once", async () => {
    const log: Array<string> = []
    const part = await openPart(countingLayer(log), next)
    await part.close()
    await part.close()
    assert.deepStrictEqual(log, ["built", "released"])
  })

  it("are released when another of them cannot be built", async () => {
    const log: Array<string> = []
    const failing = Layer.effectDiscard(Effect.fail("the database is down"))
    const opening = openPart(Layer.provideMerge(failing, countingLayer(log)), next)
    assert.strictEqual(await messageOf(opening), "the database is down")
    assert.deepStrictEqual(log, ["built", "released"])
  })

  it("are released when the opening is stopped half-way", async () => {
    const log: Array<string> = []
    const stop = new AbortController()
    const endless = Layer.effectDiscard(Effect.never)
    const opening = openPart(Layer.provideMerge(endless, countingLayer(log)), next, stop.signal)
    stop.abort()
    assert.strictEqual(await messageOf(opening), "it was stopped before it was done")
    assert.deepStrictEqual(log, ["built", "released"])
  })

  it("that cannot be built are what is told, though releasing the others fails as well", async () => {
    const stubborn = Layer.effectDiscard(Effect.addFinalizer(() => Effect.die("cannot be released")))
    const failing = Layer.effectDiscard(Effect.fail("the database is down"))
    assert.strictEqual(
      await messageOf(openPart(Layer.provideMerge(failing, stubborn), () => Effect.void)),
      "the database is down"
    )
  })

  it("are gone after it was closed: a call says so", async () => {
    const part = await openPart(countingLayer([]), next)
    await part.close()
    assert.match(await messageOf(part.call(1)), /disposed/)
  })
})

describe("a call rejects with an error that can be read", () => {
  class NoRoute extends Data.TaggedError("NoRoute")<{ readonly message: string }> {}
  class NoMessage extends Data.TaggedError("RedisDown")<{ readonly host: string }> {}

  const cases: ReadonlyArray<readonly [what: string, effect: Effect.Effect<unknown, unknown>, message: string]> = [
    ["a failure that is an error", Effect.fail(new NoRoute({ message: "no route to host" })), "no route to host"],
    ["a failure that is a text", Effect.fail("no route to host"), "no route to host"],
    ["a failure without a word", Effect.fail(undefined), "it failed with undefined"],
    ["an empty text", Effect.fail(""), "it failed with an empty text"],
    ["a tagged error without a message", Effect.fail(new NoMessage({ host: "db" })), 'RedisDown {"host":"db"}'],
    ["a tagged object", Effect.fail({ _tag: "Refused", code: 503 }), 'Refused {"code":503}'],
    [
      "an object that JSON does not know",
      Effect.fail({ _tag: "Odd", size: 1n }),
      "Odd with fields that cannot be printed"
    ],
    ["a defect", Effect.die(new TypeError("x is not a function")), "x is not a function"],
    ["a throw within the effect", Effect.sync(() => assert.fail("thrown")), "thrown"],
    ["a part that interrupts itself", Effect.interrupt, "it was stopped before it was done"]
  ]
  for (const [what, effect, message] of cases) {
    it(what, async () => assert.strictEqual(await failing(effect), message))
  }

  it("a function that throws before there is an effect", async () => {
    const part = await openPart(Layer.empty, (): Effect.Effect<void> => {
      throw new Error("not even an effect")
    })
    assert.strictEqual(await messageOf(part.call(0)), "not even an effect")
  })

  it("and the failure itself as the cause of the error", async () => {
    const failure = { _tag: "Refused" }
    const problem = await rejection((await partOf(Effect.fail(failure))).call(0))
    assert.strictEqual(problem instanceof Error ? problem.cause : undefined, failure)
  })
})

describe("a signal", () => {
  /** A part whose calls never end, and what becomes of them. */
  const endless = async () => {
    const stopped = Deferred.makeUnsafe<string>()
    const part = await openPart(Layer.empty, () =>
      Effect.onInterrupt(Effect.never, () => Deferred.succeed(stopped, "interrupted"))
    )
    return { part, stopped: () => Effect.runPromise(Deferred.await(stopped)) }
  }

  it("stops the call that it was given to", async () => {
    const { part, stopped } = await endless()
    const stop = new AbortController()
    const call = part.call(0, stop.signal)
    stop.abort()
    assert.strictEqual(await messageOf(call), "it was stopped before it was done")
    assert.strictEqual(await stopped(), "interrupted")
  })

  it("stops no other call", async () => {
    const part = await openPart(Layer.empty, (input: string) =>
      input === "endless" ? Effect.never : Effect.as(Effect.yieldNow, input)
    )
    const stop = new AbortController()
    const endless = messageOf(part.call("endless", stop.signal))
    const other = part.call("other", new AbortController().signal)
    stop.abort()
    assert.strictEqual(await other, "other")
    assert.strictEqual(await endless, "it was stopped before it was done")
  })

  it("is not needed: closing stops the calls under way", async () => {
    const { part } = await endless()
    const call = messageOf(part.call(0))
    await part.close()
    assert.strictEqual(await call, "it was stopped before it was done")
  })
})
