import { assert, describe, it } from "@effect/vitest"

import { live, pass } from "../support/service.ts"

describe("a detection", () => {
  it.effect("is published in the relayed form to a broker that greets", () =>
    live({ symbols: ["AAPL"] }, function* ({ documented, metrics, relayed, trade }) {
      yield* trade("AAPL", 150.126)
      yield* pass("63 seconds")
      assert.lengthOf(documented(), 0)
      assert.lengthOf(relayed(), 1)
      const { metadata, ...message } = relayed()[0] ?? {}
      assert.deepStrictEqual<unknown>(message, {
        ticker: "AAPL",
        pattern: "seen",
        pattern_display_name: "Seen",
        price: 150.13,
        timestamp: "2025-07-23T13:30:00",
        confidence: 0.9,
        alert_level: "high",
        message: "Seen detected for AAPL at $150.13 (90% confidence)",
        is_bullish: true,
        is_bearish: false,
        direction: "bullish"
      })
      assert.deepInclude(metadata, { detection_type: "natural", source: "k8s_pattern_detector", close: 150.126 })
      assert.strictEqual(metrics.total("patterns_detected_total"), 1)
      assert.strictEqual(metrics.total("detections_published_total"), 1)
    })
  )

  it.effect("is published in the documented form to a broker that does not greet", () =>
    live({ symbols: ["AAPL"], isSilent: true }, function* ({ documented, relayed, trade }) {
      yield* trade("AAPL", 150.126, { volume: 7 })
      yield* pass("63 seconds")
      assert.lengthOf(relayed(), 0)
      assert.lengthOf(documented(), 1)
      const { id, ...message } = documented()[0] ?? {}
      assert.match(String(id), /^[0-9a-f]{32}$/)
      assert.deepStrictEqual<unknown>(message, {
        symbol: "AAPL",
        pattern_type: "SEEN",
        confidence: 0.9,
        trigger_price: 150.13,
        timestamp: "2025-07-23T13:30:00.000000",
        candle_data: { open: 150.13, high: 150.13, low: 150.13, close: 150.13, volume: 7 },
        source: "k8s_pattern_detector"
      })
    })
  )

  for (const { form, isSilent, sent } of [
    { form: "documented", isSilent: false, sent: { documented: 1, relayed: 0 } },
    { form: "relayed", isSilent: true, sent: { documented: 0, relayed: 1 } },
    { form: "both", isSilent: true, sent: { documented: 1, relayed: 1 } },
    { form: "both", isSilent: false, sent: { documented: 1, relayed: 1 } }
  ] as const) {
    const broker = isSilent ? "a broker that does not greet" : "a broker that greets"
    it.effect(`is published as ${form} to ${broker} when the setting says so`, () =>
      live(
        { symbols: ["AAPL"], isSilent, environment: { PUBLISH_FORMAT: form } },
        function* ({ documented, metrics, relayed, trade }) {
          yield* trade("AAPL", 150)
          yield* pass("63 seconds")
          assert.deepStrictEqual({ documented: documented().length, relayed: relayed().length }, sent)
          assert.strictEqual(metrics.total("detections_published_total"), 1)
        }
      )
    )
  }

  it.effect("that a gate holds back is counted and not published", () =>
    live({ symbols: ["AAPL"], settings: { cooldownMillis: 300_000 } }, function* ({ byLabel, relayed, trade }) {
      for (let minute = 0; minute < 7; minute++) {
        yield* trade("AAPL", 150)
        yield* pass("1 minute")
      }
      assert.deepStrictEqual(
        relayed().map(({ timestamp }) => timestamp),
        ["2025-07-23T13:30:00", "2025-07-23T13:35:00"]
      )
      assert.deepStrictEqual(byLabel("detections_suppressed_total", "reason"), { cooldown: 4 })
    })
  )

  it.effect("made without a connection waits for the next one", () =>
    live({ symbols: ["AAPL", "MSFT"] }, function* ({ broker, metrics, relayed, trade }) {
      yield* trade("AAPL", 150)
      yield* trade("MSFT", 500)
      yield* pass("1 second")
      broker.refuse("down")
      broker.drop("going away")
      yield* pass("30 minutes")
      assert.strictEqual(metrics.total("outbox_size"), 2)
      assert.lengthOf(relayed(), 0)
      broker.accept()
      yield* pass("15 seconds")
      assert.deepStrictEqual(
        relayed().map(({ ticker }) => ticker),
        ["AAPL", "MSFT"]
      )
      assert.strictEqual(metrics.total("outbox_size"), 0)
    })
  )

  it.effect("is delivered once however often the connection is lost afterwards", () =>
    live({ symbols: ["AAPL"] }, function* ({ broker, relayed, trade }) {
      yield* trade("AAPL", 150)
      yield* pass("63 seconds")
      for (let outage = 0; outage < 5; outage++) {
        broker.drop("going away")
        yield* pass("1 minute")
      }
      assert.lengthOf(relayed(), 1)
    })
  )

  it.effect("gives way to newer ones when the outbox is full, and is counted", () =>
    live(
      { symbols: ["A", "B", "C", "D", "E"], environment: { OUTBOX_CAPACITY: "2" } },
      function* ({ broker, byLabel, metrics, relayed, trade }) {
        for (const symbol of ["A", "B", "C", "D", "E"]) yield* trade(symbol, 10)
        yield* pass("1 second")
        broker.refuse("down")
        broker.drop("going away")
        yield* pass("2 minutes")
        assert.deepStrictEqual(byLabel("detections_dropped_total", "reason"), { outbox_full: 3 })
        broker.accept()
        yield* pass("15 seconds")
        assert.deepStrictEqual(
          relayed().map(({ ticker }) => ticker),
          ["D", "E"]
        )
        assert.strictEqual(metrics.total("patterns_detected_total"), 5)
      }
    )
  )
})
