import { assert, describe, it } from "@effect/vitest"
import { Deferred, Effect } from "effect"

import { Broker, complaintIn } from "../../src/feed/Broker.ts"

const encode = (frame: unknown) => new TextEncoder().encode(JSON.stringify(frame))

describe("what is known of the broker", () => {
  for (const outcome of ["accepted", "late", "time_ahead", "unwatched"] as const) {
    it.effect(`a tick that is ${outcome} is a tick`, () =>
      Effect.gen(function* () {
        const broker = new Broker()
        broker.heard(outcome)
        assert.strictEqual(yield* Deferred.await(broker.firstWord), "tick")
        assert.isFalse(broker.hasGreeted)
      })
    )
  }

  it.effect("its first word is the first greeting or tick, whatever comes before and after", () =>
    Effect.gen(function* () {
      const broker = new Broker()
      for (const outcome of ["not_json", "ack_subscribe", "info", "accepted"] as const) broker.heard(outcome)
      assert.strictEqual(yield* Deferred.await(broker.firstWord), "greeting")
      assert.strictEqual(broker.frames, 4)
    })
  )

  it("it has greeted even when a tick came first", () => {
    const broker = new Broker()
    broker.heard("accepted")
    broker.heard("info")
    assert.isTrue(broker.hasGreeted)
  })

  it("it has said nothing of use with an acknowledgement", () => {
    const broker = new Broker()
    broker.heard("ack_subscribe")
    assert.isFalse(Deferred.isDoneUnsafe(broker.firstWord))
  })
})

describe("a complaint", () => {
  it("is the message of the error reply", () => {
    assert.strictEqual(
      complaintIn(encode({ type: "error", message: "Not subscribed to stock:X" })),
      "Not subscribed to stock:X"
    )
  })

  it("of any other type is not printed, for it may be anything", () => {
    const deep = `{"type":"error","message":${"[".repeat(20_000)}${"]".repeat(20_000)}}`
    for (const text of ['{"type":"error","message":{"toString":1,"valueOf":1}}', deep]) {
      assert.strictEqual(complaintIn(new TextEncoder().encode(text)), "something that is not a text")
    }
  })

  it("is cut where it is longer than anybody would read", () => {
    assert.lengthOf(complaintIn(encode({ type: "error", message: "x".repeat(1_000_000) })), 500)
  })

  it("without a message says so", () => {
    assert.strictEqual(complaintIn(encode({ type: "error" })), "no message")
  })
})
