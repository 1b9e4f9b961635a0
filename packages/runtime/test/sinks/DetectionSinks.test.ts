import { assert, describe, it } from "@effect/vitest"
import { Metrics } from "@mjolnir/core/services"
import { Effect, Exit, Layer, Scope } from "effect"

import { DetectionSinks } from "../../src/sinks/DetectionSinks.ts"
import { layerConfigOf } from "../support/config.ts"
import { itemOf } from "../support/detections.ts"
import { recordedLog } from "../support/logs.ts"
import { byLabel } from "../support/metrics.ts"
import { pass, settled } from "../support/service.ts"
import { ScriptedSink, never, refusing, untilStopped } from "./ScriptedSink.ts"

/** Runs these sinks with room for `capacity` detections each, and `scenario` beside them. */
const withSinks = <Step extends Effect.Effect<unknown, unknown>>(
  sinks: ReadonlyArray<ScriptedSink>,
  scenario: (running: Running) => Generator<Step, void, never>,
  capacity = 100
) => {
  const log = recordedLog()
  const layer = Layer.mergeAll(Metrics.layer, layerConfigOf({ OUTBOX_CAPACITY: String(capacity) }), log.layer)
  return Effect.gen(function* () {
    const scope = yield* Scope.make()
    const context = yield* Layer.buildWithScope(DetectionSinks.layer(sinks), scope)
    const { offer, reports, size } = yield* Effect.provide(DetectionSinks, context)
    yield* settled
    const running: Running = {
      offer: (...ids) => ids.forEach((id) => offer(itemOf(id))),
      reports,
      size,
      log: log.lines,
      metrics: yield* Metrics,
      stop: Scope.close(scope, Exit.void)
    }
    yield* Effect.gen(() => scenario(running)).pipe(Effect.ensuring(Effect.forkDetach(running.stop)))
  }).pipe(Effect.provide(layer))
}

interface Running {
  readonly offer: (...ids: ReadonlyArray<string>) => void
  readonly reports: DetectionSinks["Service"]["reports"]
  readonly size: () => number
  readonly log: ReturnType<typeof recordedLog>["lines"]
  readonly metrics: Metrics["Service"]
  /** Closes the layer. */
  readonly stop: Effect.Effect<void>
}

describe("loaded sinks", () => {
  it.effect("each get every detection, in order", () => {
    const [one, other] = [new ScriptedSink("one"), new ScriptedSink("other")]
    return withSinks([one, other], function* ({ metrics, offer, reports, size }) {
      offer("a", "b")
      yield* settled
      offer("c")
      yield* settled
      assert.deepStrictEqual(
        [one.delivered, other.delivered],
        [
          ["a", "b", "c"],
          ["a", "b", "c"]
        ]
      )
      assert.deepStrictEqual(reports()[0], {
        id: "one@1.0.0",
        state: "running",
        waiting: 0,
        delivered: 3,
        lastError: undefined
      })
      assert.deepStrictEqual(byLabel(metrics, "sink_deliveries_total", "sink"), { "one@1.0.0": 3, "other@1.0.0": 3 })
      assert.strictEqual(size(), 0)
    })
  })

  it.effect("are called for one detection at a time", () => {
    const sink = new ScriptedSink("slow")
    sink.deliver = never
    return withSinks([sink], function* ({ offer, reports, size }) {
      offer("a", "b")
      yield* settled
      assert.deepStrictEqual(sink.attempts, ["a"])
      assert.deepStrictEqual([size(), reports()[0]?.waiting], [2, 2])
    })
  })

  it.effect("do not wait for one that is slow or fails", () => {
    const [slow, failing, good] = [new ScriptedSink("slow"), new ScriptedSink("failing"), new ScriptedSink("good")]
    slow.deliver = never
    failing.deliver = refusing("full")
    return withSinks([slow, failing, good], function* ({ offer }) {
      offer("a", "b")
      yield* settled
      assert.deepStrictEqual(good.delivered, ["a", "b"])
    })
  })

  it.effect("get a detection that no other sink can change", () => {
    const [scribbler, reader] = [new ScriptedSink("scribbler"), new ScriptedSink("reader")]
    scribbler.deliver = async ({ detection }) => void Object.assign(detection, { id: "scribbled" })
    const seen: Array<string> = []
    reader.deliver = async ({ detection }) => void seen.push(detection.id)
    return withSinks([scribbler, reader], function* ({ offer }) {
      offer("a")
      yield* settled
      assert.deepStrictEqual(seen, ["a"])
    })
  })
})

describe("a sink that fails", () => {
  it.effect("is given the same detection until it takes it, and no later one before", () => {
    const sink = new ScriptedSink("moody")
    sink.deliver = refusing("disk full")
    return withSinks([sink], function* ({ metrics, offer, reports }) {
      offer("a", "b")
      yield* pass("5 minutes")
      assert.isAbove(sink.attempts.length, 5)
      assert.deepStrictEqual([...new Set(sink.attempts)], ["a"])
      assert.deepInclude(reports()[0], { state: "failing", waiting: 2, lastError: "disk full" })
      assert.deepStrictEqual(byLabel(metrics, "sinks_failing", "sink"), { "moody@1.0.0": 1 })
      assert.deepStrictEqual(byLabel(metrics, "part_faults_total", "part"), { "moody@1.0.0": sink.attempts.length })
      sink.deliver = async () => {}
      yield* pass("30 seconds")
      assert.deepStrictEqual(sink.delivered, ["a", "b"])
      assert.deepInclude(reports()[0], { state: "running", waiting: 0, delivered: 2, lastError: "disk full" })
    })
  })

  it.effect("is tried less and less often, down to twice a minute", () => {
    const sink = new ScriptedSink("moody")
    sink.deliver = refusing("disk full")
    return withSinks([sink], function* ({ offer }) {
      offer("a")
      yield* pass("2 seconds")
      const atFirst = sink.attempts.length
      yield* pass("1 minute")
      const before = sink.attempts.length
      yield* pass("10 minutes")
      assert.isAtLeast(atFirst, 3)
      assert.isAtLeast(sink.attempts.length - before, 20)
      assert.isAtMost(sink.attempts.length - before, 40)
    })
  })

  it.effect("is tried again soon when it has worked since", () => {
    const sink = new ScriptedSink("moody")
    sink.deliver = refusing("disk full")
    return withSinks([sink], function* ({ offer }) {
      offer("a")
      yield* pass("5 minutes")
      sink.deliver = async ({ detection }) => assert.strictEqual(detection.id, "a")
      yield* pass("30 seconds")
      offer("b")
      yield* pass("500 millis")
      assert.deepStrictEqual(sink.delivered, ["a"])
      assert.lengthOf(
        sink.attempts.filter((id) => id === "b"),
        2
      )
    })
  })

  it.effect("is logged when it begins to fail and when it works again, not at every attempt", () => {
    const sink = new ScriptedSink("moody")
    sink.deliver = refusing("disk full")
    return withSinks([sink], function* ({ log, offer }) {
      offer("a")
      yield* pass("5 minutes")
      sink.deliver = async () => {}
      yield* pass("30 seconds")
      assert.deepStrictEqual(log, [
        { level: "Warn", text: "The sink moody@1.0.0 fails: disk full" },
        { level: "Info", text: "The sink moody@1.0.0 works again" }
      ])
    })
  })

  it.effect("loses the oldest when its queue runs over, which is counted for it alone", () => {
    const [failing, good] = [new ScriptedSink("failing"), new ScriptedSink("good")]
    failing.deliver = refusing("disk full")
    return withSinks(
      [failing, good],
      function* ({ metrics, offer, size }) {
        for (const id of ["a", "b", "c", "d"]) {
          offer(id)
          yield* settled
        }
        assert.strictEqual(size(), 2)
        failing.deliver = async () => {}
        yield* pass("30 seconds")
        assert.deepStrictEqual(failing.delivered, ["c", "d"])
        assert.deepStrictEqual(good.delivered, ["a", "b", "c", "d"])
        assert.deepStrictEqual(byLabel(metrics, "detections_dropped_total", "sink"), { "failing@1.0.0": 2 })
        assert.deepStrictEqual(byLabel(metrics, "detections_dropped_total", "reason"), { sink_full: 2 })
      },
      2
    )
  })

  it.effect("by throwing at once is no different", () => {
    const sink = new ScriptedSink("moody")
    sink.deliver = () => {
      throw new Error("not even a promise")
    }
    return withSinks([sink], function* ({ offer, reports }) {
      offer("a")
      yield* settled
      assert.deepInclude(reports()[0], { state: "failing", lastError: "not even a promise" })
    })
  })
})

describe("a delivery that takes longer than ten seconds", () => {
  it.effect("is told to stop and tried again", () => {
    const sink = new ScriptedSink("slow")
    sink.deliver = untilStopped
    return withSinks([sink], function* ({ offer, reports }) {
      offer("a")
      yield* pass("9900 millis")
      assert.deepInclude(reports()[0], { state: "running" })
      sink.deliver = async () => {}
      yield* pass("100 millis")
      assert.deepInclude(reports()[0], { state: "failing", lastError: "a delivery took longer than 10s" })
      yield* pass("1 second")
      assert.deepStrictEqual([sink.attempts, sink.delivered], [["a", "a"], ["a"]])
    })
  })

  it.effect("and does not stop is waited for, so that no other overtakes it", () => {
    const sink = new ScriptedSink("stubborn")
    const { promise, resolve } = Promise.withResolvers<void>()
    sink.deliver = () => promise
    return withSinks([sink], function* ({ offer, reports }) {
      offer("a", "b")
      yield* pass("1 hour")
      assert.deepStrictEqual(sink.attempts, ["a"])
      assert.strictEqual(reports()[0]?.state, "failing")
      resolve()
      yield* settled
      assert.deepStrictEqual([sink.delivered, sink.mostUnderWay], [["a", "b"], 1])
      assert.strictEqual(reports()[0]?.state, "running")
    })
  })
})

describe("a sink that cannot be opened", () => {
  it.effect("is tried again until that works, and then gets all that waits", () => {
    const sink = new ScriptedSink("late")
    sink.opening = refusing("no such host")
    return withSinks([sink], function* ({ log, offer, reports }) {
      offer("a")
      yield* pass("5 minutes")
      assert.isAbove(sink.opens, 5)
      assert.deepInclude(reports()[0], { state: "failing", waiting: 1, lastError: "no such host" })
      sink.opening = async () => {}
      yield* pass("1 minute")
      assert.deepStrictEqual(sink.delivered, ["a"])
      assert.deepStrictEqual(
        log.map(({ text }) => text),
        ["The sink late@1.0.0 fails: no such host", "The sink late@1.0.0 works again"]
      )
    })
  })

  it.effect("because it takes too long is stopped and tried again, and closed should it open after all", () => {
    const sink = new ScriptedSink("slow")
    const { promise, resolve } = Promise.withResolvers<void>()
    sink.opening = () => promise
    return withSinks([sink], function* ({ reports }) {
      assert.strictEqual(reports()[0]?.state, "opening")
      yield* pass("30 seconds")
      assert.deepInclude(reports()[0], { state: "failing", lastError: "opening it took longer than 30s" })
      sink.opening = async () => {}
      yield* pass("1 second")
      assert.strictEqual(reports()[0]?.state, "running")
      resolve()
      yield* settled
      assert.deepStrictEqual([sink.opens, sink.closes], [2, 1])
    })
  })

  it.effect("holds up no other", () => {
    const [closed, good] = [new ScriptedSink("closed"), new ScriptedSink("good")]
    closed.opening = never
    return withSinks([closed, good], function* ({ offer }) {
      offer("a")
      yield* settled
      assert.deepStrictEqual(good.delivered, ["a"])
    })
  })
})

describe("at the end", () => {
  it.effect("every sink is closed once", () => {
    const sinks = [new ScriptedSink("one"), new ScriptedSink("other")]
    return withSinks(sinks, function* ({ stop }) {
      yield* stop
      assert.deepStrictEqual(
        sinks.map(({ closes, opens }) => [opens, closes]),
        [
          [1, 1],
          [1, 1]
        ]
      )
    })
  })

  it.effect("the delivery under way is told to stop", () => {
    const sink = new ScriptedSink("slow")
    sink.deliver = untilStopped
    return withSinks([sink], function* ({ offer, stop }) {
      offer("a")
      yield* settled
      yield* stop
      assert.strictEqual(sink.underWay, 0)
    })
  })

  it.effect("what was not delivered is counted and logged by sink", () => {
    const [failing, good] = [new ScriptedSink("failing"), new ScriptedSink("good")]
    failing.deliver = refusing("disk full")
    return withSinks([failing, good], function* ({ log, metrics, offer, stop }) {
      offer("a", "b")
      yield* settled
      yield* stop
      assert.deepStrictEqual(byLabel(metrics, "detections_dropped_total", "sink"), { "failing@1.0.0": 2 })
      assert.deepStrictEqual(log.at(-1), {
        level: "Error",
        text: "The sink failing@1.0.0 leaves 2 detections undelivered: disk full"
      })
    })
  })

  it.effect("a sink that does not close is left to itself after a second, and holds up no other", () => {
    const sinks = [new ScriptedSink("one"), new ScriptedSink("other")]
    for (const sink of sinks) sink.closing = never
    return withSinks(sinks, function* ({ stop }) {
      const stopping = yield* Effect.forkChild(stop)
      yield* pass("900 millis")
      assert.isUndefined(stopping.pollUnsafe())
      yield* pass("100 millis")
      assert.isDefined(stopping.pollUnsafe())
    })
  })
})

describe("without sinks", () => {
  it.effect("a detection is offered to nobody, and the gauges are there", () =>
    withSinks([], function* ({ metrics, offer, reports, size }) {
      offer("a")
      yield* settled
      assert.deepStrictEqual([size(), reports()], [0, []])
      assert.deepStrictEqual(byLabel(metrics, "sink_waiting", "sink"), { "": 0 })
    })
  )
})
