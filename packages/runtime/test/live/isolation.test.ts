import { assert, describe, it } from "@effect/vitest"

import { breaking, detectorOf, everyCandle } from "../support/detectors.ts"
import { live, type LiveService, pass } from "../support/service.ts"

function* tradeBoth({ trade }: LiveService, minutes: number) {
  for (let minute = 0; minute < minutes; minute++) {
    yield* trade("BAD", 10 + minute)
    yield* trade("GOOD", 20 + minute)
    yield* pass("1 minute")
  }
  yield* pass("3 seconds")
}

/** The prices published for a symbol. */
const pricesOf = ({ relayed }: LiveService, symbol: string) =>
  relayed().flatMap(({ price, ticker }) => (ticker === symbol ? [price] : []))

describe("a pipeline that crashes", () => {
  it.effect("costs its symbol that candle and the others nothing", () =>
    live({ symbols: ["BAD", "GOOD"], replan: breaking((candle) => candle === 2) }, function* (service) {
      yield* tradeBoth(service, 4)
      assert.deepStrictEqual(pricesOf(service, "GOOD"), [20, 21, 22, 23])
      assert.deepStrictEqual(pricesOf(service, "BAD"), [10, 12, 13])
    })
  )

  it.effect("is counted and logged with its symbol and the cause", () =>
    live({ symbols: ["BAD", "GOOD"], replan: breaking((candle) => candle === 2) }, function* (service) {
      yield* tradeBoth(service, 3)
      assert.strictEqual(service.metrics.total("symbol_restarts_total"), 1)
      assert.deepStrictEqual(service.byLabel("candles_dropped_total", "reason"), { crash: 1 })
      const errors = service.log.filter(({ level }) => level === "Error")
      assert.lengthOf(errors, 1)
      assert.match(errors[0]?.text ?? "", /The pipeline of BAD crashed and starts again.*broken at candle 2/s)
    })
  )

  it.effect("goes on with the history it had", () =>
    live(
      {
        symbols: ["BAD", "GOOD"],
        replan: breaking((candle) => candle === 2),
        settings: { cooldownMillis: 180_000 }
      },
      function* (service) {
        yield* tradeBoth(service, 5)
        assert.deepStrictEqual(pricesOf(service, "BAD"), [10, 13], "the cooldown outlives the crash")
      }
    )
  )

  it.effect("again and again is started for ever, and the others do not notice", () =>
    live({ symbols: ["BAD", "GOOD"], replan: breaking((candle) => candle < 20) }, function* (service) {
      yield* tradeBoth(service, 25)
      assert.strictEqual(service.metrics.total("symbol_restarts_total"), 19)
      assert.lengthOf(pricesOf(service, "GOOD"), 25)
      assert.strictEqual(pricesOf(service, "BAD").at(-1), 34)
    })
  )
})

describe("a detector that throws", () => {
  const throwing = detectorOf("throwing", () => {
    throw new Error("division by zero")
  })

  it.effect("is called three times, then not for a while for that symbol; the other detectors go on", () =>
    live({ symbols: ["GOOD"], detectors: [throwing, everyCandle] }, function* (service) {
      yield* tradeBoth(service, 6)
      assert.deepStrictEqual(service.byLabel("part_faults_total", "part"), { "throwing@1.0.0": 3 })
      assert.lengthOf(pricesOf(service, "GOOD"), 6)
      assert.strictEqual(service.metrics.total("symbol_restarts_total"), 0)
    })
  )

  it.effect("is logged at the first fault and when it is switched off, with how many faults were not logged", () =>
    live({ symbols: ["GOOD"], detectors: [throwing, everyCandle] }, function* (service) {
      yield* tradeBoth(service, 6)
      const problem = "it threw Error: division by zero"
      assert.deepStrictEqual(
        service.log.filter(({ level }) => level === "Error").map(({ text }) => text),
        [
          `The detector throwing@1.0.0 failed on GOOD: ${problem}`,
          `The detector throwing@1.0.0 is not called for GOOD for a while: ${problem} (1 fault before was not logged)`
        ]
      )
    })
  )

  it.effect("is logged again when it works again", () => {
    let calls = 0
    const recovering = detectorOf("recovering", () => {
      if (++calls <= 3) throw new Error("division by zero")
      return []
    })
    return live({ symbols: ["GOOD"], detectors: [recovering] }, function* (service) {
      const informed = () => service.log.filter(({ text }) => text.includes("is called everywhere"))
      yield* tradeBoth(service, 12)
      assert.lengthOf(informed(), 0)
      yield* tradeBoth(service, 4)
      assert.lengthOf(informed(), 1)
    })
  })

  it.effect("is shown as suspended for as many symbols as it is", () =>
    live({ symbols: ["BAD", "GOOD"], detectors: [throwing, everyCandle] }, function* (service) {
      const suspended = () => service.byLabel("detectors_suspended", "detector")
      yield* tradeBoth(service, 2)
      assert.deepStrictEqual(suspended(), { "throwing@1.0.0": 0, "every-candle@1.0.0": 0 })
      yield* tradeBoth(service, 1)
      assert.deepStrictEqual(suspended(), { "throwing@1.0.0": 2, "every-candle@1.0.0": 0 })
    })
  )
})
