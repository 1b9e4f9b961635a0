import { inspect } from "node:util"

import { assert, describe, it } from "@effect/vitest"
import { usEquities, utcCalendar } from "@mjolnir/core/calendar"
import { Duration, Effect, Redacted } from "effect"

import { variables } from "../../src/config/variables.ts"
import { configOf, type Environment } from "../support/config.ts"

const problemsOf = (environment: Environment) =>
  Effect.map(Effect.flip(configOf(environment)), ({ problems }) => problems.map(({ name }) => name))

describe("the configuration", () => {
  it.effect("of an empty environment is the documented defaults", () =>
    Effect.gen(function* () {
      assert.deepStrictEqual(yield* configOf({}), {
        feed: {
          url: "ws://hermes.tekuro.io",
          name: "broker",
          subscribe: "auto",
          publish: "auto",
          pingEvery: Duration.seconds(20),
          silenceTimeout: Duration.minutes(5),
          reconnectDelay: { first: Duration.millis(500), longest: Duration.seconds(15) }
        },
        redis: {
          host: "localhost",
          port: 6379,
          password: undefined,
          stockListKey: "scanner:latest",
          refreshEvery: Duration.seconds(15)
        },
        detection: {
          plugins: ["classic"],
          settingsFile: undefined,
          minimumConfidence: 0.65,
          cooldown: Duration.minutes(5),
          lookback: Number.POSITIVE_INFINITY,
          tolerance: 0.01,
          candles: { interval: "1m", graceMillis: 2_000, volumeMode: "trade" },
          calendar: utcCalendar,
          detectorBudget: Duration.millis(50)
        },
        operation: {
          appName: "mjolnir-pattern-detector",
          appVersion: "0.1.0",
          environment: "production",
          host: "0.0.0.0",
          port: 8080,
          logLevel: "Info",
          staleAfter: Duration.minutes(5),
          outboxCapacity: 10_000
        }
      })
    })
  )

  it.effect("takes every variable that is set", () =>
    Effect.gen(function* () {
      const config = yield* configOf({
        ENVIRONMENT: "development",
        WEBSOCKET_URL: "wss://broker.example/feed",
        SUBSCRIBE_MODE: "always",
        PUBLISH_FORMAT: "both",
        PING_INTERVAL: "5s",
        FEED: "lines",
        SILENCE_TIMEOUT: "2m",
        RECONNECT_DELAY: "1s",
        RECONNECT_DELAY_MAX: "1m",
        REDIS_HOST: "redis",
        REDIS_PORT: "6380",
        REDIS_PASSWORD: "secret",
        STOCK_LIST_KEY: "watch",
        STOCK_REFRESH_INTERVAL: "30s",
        PLUGINS: "classic, mine",
        SETTINGS_FILE: "/etc/mjolnir/settings.yaml",
        PATTERN_MIN_CONFIDENCE: "0.5",
        PATTERN_COOLDOWN: "300s",
        PATTERN_LOOKBACK_WINDOW: "20",
        PATTERN_TOLERANCE: "0.02",
        CANDLE_GRACE: "500ms",
        MARKET_CALENDAR: "us-equities",
        DETECTOR_BUDGET: "5ms",
        VOLUME_MODE: "cumulative",
        APP_NAME: "detector",
        APP_VERSION: "2.0.0",
        HTTP_HOST: "127.0.0.1",
        PORT: "0",
        LOG_LEVEL: "debug",
        STALE_AFTER: "10m",
        OUTBOX_CAPACITY: "5"
      })
      const { password, ...redis } = config.redis
      assert.strictEqual(password === undefined ? undefined : Redacted.value(password), "secret")
      assert.deepStrictEqual(
        { ...config, redis },
        {
          feed: {
            url: "wss://broker.example/feed",
            name: "lines",
            subscribe: "always",
            publish: "both",
            pingEvery: Duration.seconds(5),
            silenceTimeout: Duration.minutes(2),
            reconnectDelay: { first: Duration.seconds(1), longest: Duration.minutes(1) }
          },
          redis: { host: "redis", port: 6380, stockListKey: "watch", refreshEvery: Duration.seconds(30) },
          detection: {
            plugins: ["classic", "mine"],
            settingsFile: "/etc/mjolnir/settings.yaml",
            minimumConfidence: 0.5,
            cooldown: Duration.minutes(5),
            lookback: 20,
            tolerance: 0.02,
            candles: { interval: "1m", graceMillis: 500, volumeMode: "cumulative" },
            calendar: usEquities,
            detectorBudget: Duration.millis(5)
          },
          operation: {
            appName: "detector",
            appVersion: "2.0.0",
            environment: "development",
            host: "127.0.0.1",
            port: 0,
            logLevel: "Debug",
            staleAfter: Duration.minutes(10),
            outboxCapacity: 5
          }
        }
      )
    })
  )

  it.effect("takes an empty variable for one that is not set", () =>
    Effect.gen(function* () {
      const empty = Object.fromEntries(Object.values(variables).map(({ name }) => [name, ""]))
      assert.deepStrictEqual(yield* configOf(empty), yield* configOf({}))
    })
  )

  for (const [environment, url] of [
    ["production", "ws://hermes.tekuro.io"],
    ["development", "wss://hermes.tekuro.io"]
  ] as const) {
    it.effect(`in ${environment} points to ${url}`, () =>
      Effect.gen(function* () {
        assert.strictEqual((yield* configOf({ ENVIRONMENT: environment })).feed.url, url)
      })
    )

    it.effect(`in ${environment} points to WEBSOCKET_URL when that is set`, () =>
      Effect.gen(function* () {
        const config = yield* configOf({ ENVIRONMENT: environment, WEBSOCKET_URL: "ws://localhost:8765" })
        assert.strictEqual(config.feed.url, "ws://localhost:8765")
      })
    )
  }
})

describe("a bad environment", () => {
  const bad = {
    ENVIRONMENT: "staging",
    WEBSOCKET_URL: "https://hermes.tekuro.io",
    SUBSCRIBE_MODE: "sometimes",
    PUBLISH_FORMAT: "xml",
    PING_INTERVAL: "often",
    SILENCE_TIMEOUT: "-1m",
    RECONNECT_DELAY: "1 parsec",
    RECONNECT_DELAY_MAX: "15",
    REDIS_PORT: "65536",
    STOCK_REFRESH_INTERVAL: "soon",
    PLUGINS: "classic,,mine",
    PATTERN_MIN_CONFIDENCE: "65",
    PATTERN_COOLDOWN: "5 min utes",
    PATTERN_LOOKBACK_WINDOW: "0",
    PATTERN_TOLERANCE: "-0.01",
    CANDLE_GRACE: "61s",
    VOLUME_MODE: "delta",
    PORT: "http",
    LOG_LEVEL: "loud",
    STALE_AFTER: "5 x",
    OUTBOX_CAPACITY: "1.5"
  }

  it.effect("is refused with all that is bad at once", () =>
    Effect.gen(function* () {
      assert.sameMembers(Array.from(yield* problemsOf(bad)), Object.keys(bad))
    })
  )

  it.effect("is refused where nothing, blanks or another notation stand for a number or a pause", () =>
    Effect.gen(function* () {
      const odd = {
        PING_INTERVAL: "0",
        SILENCE_TIMEOUT: "1ms",
        RECONNECT_DELAY: "0",
        RECONNECT_DELAY_MAX: "0s",
        STOCK_REFRESH_INTERVAL: "0",
        STALE_AFTER: "0",
        PATTERN_MIN_CONFIDENCE: " ",
        PORT: "0x1F90"
      }
      assert.sameMembers(Array.from(yield* problemsOf(odd)), Object.keys(odd))
    })
  )

  it.effect("is described in one line that says what would be right", () =>
    Effect.gen(function* () {
      const { message } = yield* Effect.flip(
        configOf({ ENVIRONMENT: "staging", WEBSOCKET_URL: "https://x", PORT: "http", CANDLE_GRACE: "61s" })
      )
      assert.strictEqual(
        message,
        'Bad environment: ENVIRONMENT: Expected "production" | "development"; ' +
          "WEBSOCKET_URL: Expected a URL that begins with ws:// or wss://; " +
          "CANDLE_GRACE: Expected a length of time of at most 60s; PORT: Expected a number"
      )
    })
  )

  for (const [name, value] of Object.entries(bad)) {
    it.effect(`is one with ${name}=${value}`, () =>
      Effect.gen(function* () {
        const { message } = yield* Effect.flip(configOf({ [name]: value }))
        assert.match(message, new RegExp(`^Bad environment: ${name}: [^\\n]+$`))
      })
    )
  }

  for (const [name, value] of Object.entries({
    PORT: "65536",
    REDIS_PORT: "0",
    WEBSOCKET_URL: "hermes",
    PATTERN_MIN_CONFIDENCE: "NaN",
    PATTERN_TOLERANCE: "Infinity",
    OUTBOX_CAPACITY: "0",
    PATTERN_LOOKBACK_WINDOW: "10001"
  })) {
    it.effect(`is one with ${name}=${value} too`, () =>
      Effect.gen(function* () {
        assert.deepStrictEqual(yield* problemsOf({ [name]: value }), [name])
      })
    )
  }
})

describe("the secret password", () => {
  const secret = "hunter2-do-not-print"

  it.effect("appears in no form of the configuration", () =>
    Effect.gen(function* () {
      const config = yield* configOf({ REDIS_PASSWORD: secret })
      for (const text of [JSON.stringify(config), inspect(config, { depth: 9, showHidden: true }), String(config)]) {
        assert.notInclude(text, secret)
      }
      assert.include(JSON.stringify(config), "redacted")
    })
  )

  it.effect("appears in no form of the failure about other variables", () =>
    Effect.gen(function* () {
      const error = yield* Effect.flip(configOf({ REDIS_PASSWORD: secret, REDIS_HOST: "redis", PORT: "http" }))
      for (const text of [error.message, JSON.stringify(error), inspect(error, { depth: 9 }), String(error)]) {
        assert.notInclude(text, secret)
      }
    })
  )

  it.effect("that stands in a variable where it does not belong is not repeated either", () =>
    Effect.gen(function* () {
      const values = Object.fromEntries(Object.values(variables).map(({ name }) => [name, secret]))
      assert.notInclude((yield* Effect.flip(configOf(values))).message, secret)
    })
  )
})

describe("the variables", () => {
  it("have each a name of its own, a description and a default", () => {
    const all = Object.values(variables)
    assert.strictEqual(new Set(all.map(({ name }) => name)).size, all.length)
    for (const { defaultText, description, name } of all) {
      assert.match(name, /^[A-Z][A-Z_]*$/)
      assert.isAbove(description.length, 10, name)
      assert.isAbove(defaultText.length, 0, name)
    }
  })

  it.effect("have as default text what gives the default when it is set", () =>
    Effect.gen(function* () {
      const notWritten = new Set(["WEBSOCKET_URL", "REDIS_PASSWORD", "SETTINGS_FILE", "PATTERN_LOOKBACK_WINDOW"])
      const written = Object.values(variables).filter(({ name }) => !notWritten.has(name))
      const environment = Object.fromEntries(written.map(({ defaultText, name }) => [name, defaultText]))
      assert.deepStrictEqual(yield* configOf(environment), yield* configOf({}))
    })
  )
})
