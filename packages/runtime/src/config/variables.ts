import { calendars } from "@mjolnir/core/calendar"
import { defaultPipelineSettings } from "@mjolnir/core/pipeline"
import { Config, Duration, Effect, LogLevel, Option, Schema, SchemaGetter, SchemaIssue, Struct } from "effect"

import { builtInFeed } from "../feed/chooseFeed.ts"
import { defaultPlugin } from "../plugins/defaultPlugin.ts"
import { DurationText } from "./duration.ts"

/** One environment variable: what it is for and how it is read. */
export interface Variable<Value> {
  readonly name: string
  readonly description: string
  /** The default as the environment would spell it, or what happens without it. */
  readonly defaultText: string
  readonly config: Config.Config<Value>
}

const variable = <Value>(
  name: string,
  description: string,
  schema: Schema.ConstraintCodec<Value, unknown>,
  fallback: Value,
  defaultText = String(fallback)
): Variable<Value> => ({
  name,
  description,
  defaultText,
  config: Config.schema(schema, name).pipe(Config.withDefault(fallback))
})

const choice = <const Choices extends ReadonlyArray<string>>(
  name: string,
  description: string,
  choices: Choices,
  fallback: Choices[number]
): Variable<Choices[number]> =>
  variable(
    name,
    `${description}: ${choices.map((each) => `\`${each}\``).join(", ")}`,
    Schema.Literals(choices),
    fallback
  )

/** `least` keeps what is repeated from being repeated without a pause. */
const duration = (name: string, description: string, fallback: string, least = "0"): Variable<Duration.Duration> => {
  const minimum = durationOf(least)
  const schema = DurationText.check(
    Schema.makeFilter((length) => Duration.isGreaterThanOrEqualTo(length, minimum) || `a duration of at least ${least}`)
  )
  return variable(name, description, schema, durationOf(fallback), fallback)
}

const durationOf = Schema.decodeSync(DurationText)

/** A number as people write it: not blank, not hexadecimal. */
const NumberText = Schema.String.check(Schema.isPattern(/^[+-]?\d+(\.\d+)?$/, { message: "a number" })).pipe(
  Schema.decodeTo(Schema.FiniteFromString)
)

const wholeNumber = (name: string, description: string, minimum: number, maximum: number, fallback: number) =>
  variable(
    name,
    description,
    NumberText.check(
      Schema.makeFilter(
        (value) =>
          (Number.isInteger(value) && value >= minimum && value <= maximum) ||
          `a whole number from ${minimum} to ${maximum}`
      )
    ),
    fallback
  )

const WebSocketUrl = Schema.String.check(
  Schema.makeFilter(
    (text) => /^wss?:$/.test(URL.parse(text)?.protocol ?? "") || "a URL that begins with ws:// or wss://"
  )
)

/** `info`, `INFO` and `Info` are the same level. */
const LogLevelText = Schema.String.pipe(
  Schema.decodeTo(Schema.Literals(LogLevel.values), {
    decode: SchemaGetter.transformEffect((text: string) => {
      const level = LogLevel.values.find((each) => each.toLowerCase() === text.toLowerCase())
      return level === undefined
        ? Effect.fail(new SchemaIssue.InvalidValue({ message: `one of ${LogLevel.values.join(", ")}` }))
        : Effect.succeed(level)
    }),
    encode: SchemaGetter.transform((level: LogLevel.LogLevel) => level)
  })
)

const NameList = Schema.String.pipe(
  Schema.decodeTo(Schema.Array(Schema.NonEmptyString), {
    decode: SchemaGetter.transform((text: string) => text.split(",").map((name) => name.trim())),
    encode: SchemaGetter.transform((names: ReadonlyArray<string>) => names.join(","))
  })
)

/** At most one interval, so that no more than two candles are open at once. */
const Grace = DurationText.check(
  Schema.makeFilter((grace) => Duration.toMillis(grace) <= 60_000 || "a length of time of at most 60s")
)

/** The longest window that may be asked for, here and on the command line. */
export const mostLookback = 10_000

/** Every environment variable that Mjolnir reads, in the order of the documentation. */
export const variables = {
  environment: choice("ENVIRONMENT", "Chooses the WebSocket URL", ["production", "development"], "production"),
  webSocketUrl: {
    name: "WEBSOCKET_URL",
    description: "WebSocket URL of the broker; overrides the one that `ENVIRONMENT` chooses",
    defaultText: "`ws://hermes.tekuro.io` in production, `wss://hermes.tekuro.io` in development",
    config: Config.schema(WebSocketUrl, "WEBSOCKET_URL").pipe(Config.option, Config.map(Option.getOrUndefined))
  },
  redisHost: variable("REDIS_HOST", "Host of the Redis server", Schema.NonEmptyString, "localhost"),
  redisPort: wholeNumber("REDIS_PORT", "Port of the Redis server", 1, 65_535, 6_379),
  redisPassword: {
    name: "REDIS_PASSWORD",
    description: "Password of the Redis server; never logged",
    defaultText: "none",
    config: Config.Redacted("REDIS_PASSWORD").pipe(Config.option, Config.map(Option.getOrUndefined))
  },
  stockListKey: variable(
    "STOCK_LIST_KEY",
    "The keys `<STOCK_LIST_KEY>:<symbol>` name the symbols to watch",
    Schema.NonEmptyString,
    "scanner:latest"
  ),
  refreshEvery: duration("STOCK_REFRESH_INTERVAL", "How often the watchlist is read from Redis", "15s", "1s"),
  plugins: variable(
    "PLUGINS",
    "Plugins to load, separated by commas: names of built-in ones, names of npm packages, paths",
    NameList,
    [defaultPlugin],
    defaultPlugin
  ),
  settingsFile: {
    name: "SETTINGS_FILE",
    description: "Settings of plugins, detectors, gates, scorers, sinks and feeds, in a file of YAML or JSON",
    defaultText: "none",
    config: Config.schema(Schema.NonEmptyString, "SETTINGS_FILE").pipe(Config.option, Config.map(Option.getOrUndefined))
  },
  minimumConfidence: variable(
    "PATTERN_MIN_CONFIDENCE",
    "Detections with less confidence are held back (0 to 1)",
    NumberText.check(Schema.isBetween({ minimum: 0, maximum: 1 })),
    defaultPipelineSettings.minimumConfidence
  ),
  cooldown: duration(
    "PATTERN_COOLDOWN",
    "Candle time in which a pattern is not published again for the same symbol",
    "5m"
  ),
  lookback: {
    ...wholeNumber(
      "PATTERN_LOOKBACK_WINDOW",
      "Most candles that a detector may look at; fewer than it asks for hide longer patterns",
      1,
      mostLookback,
      defaultPipelineSettings.lookback
    ),
    defaultText: "what each asks for: the classic ones at most `50`"
  },
  tolerance: variable(
    "PATTERN_TOLERANCE",
    "Dollars within which two prices count as equal",
    NumberText.check(Schema.isGreaterThanOrEqualTo(0)),
    0.01
  ),
  candleGrace: variable(
    "CANDLE_GRACE",
    "How long after its end a candle takes late ticks (at most 60s)",
    Grace,
    Duration.seconds(2),
    "2s"
  ),
  calendar: choice(
    "MARKET_CALENDAR",
    "Where candles of higher intervals begin and which sessions there are",
    Struct.keys(calendars),
    "utc"
  ),
  detectorBudget: duration(
    "DETECTOR_BUDGET",
    "What one call of a detector may take; one that takes longer again and again is suspended",
    "50ms",
    "1ms"
  ),
  volumeMode: choice(
    "VOLUME_MODE",
    "Whether a tick's volume is the print's own or the day's so far",
    ["trade", "cumulative"],
    "trade"
  ),
  feed: variable(
    "FEED",
    "The feed plugin that decodes the frames; `broker` is the built-in protocol",
    Schema.NonEmptyString,
    builtInFeed
  ),
  subscribe: choice(
    "SUBSCRIBE_MODE",
    "Whether to subscribe to each symbol; `auto` does when the broker greets or stays silent",
    ["auto", "always", "never"],
    "auto"
  ),
  publish: choice(
    "PUBLISH_FORMAT",
    "Form of published detections; `auto` relays through a broker that greeted and documents to any other",
    ["auto", "documented", "relayed", "both"],
    "auto"
  ),
  pingEvery: duration("PING_INTERVAL", "How often the broker is asked for a sign of life", "20s", "1s"),
  silenceTimeout: duration(
    "SILENCE_TIMEOUT",
    "Without a frame for this long the connection is opened anew",
    "5m",
    "1s"
  ),
  reconnectFirst: duration(
    "RECONNECT_DELAY",
    "Delay before the first attempt to reconnect; it doubles",
    "500ms",
    "50ms"
  ),
  reconnectLongest: duration("RECONNECT_DELAY_MAX", "Longest delay between attempts to reconnect", "15s", "50ms"),
  staleAfter: duration("STALE_AFTER", "Without a tick for this long the service is not ready", "5m", "1s"),
  outboxCapacity: wholeNumber("OUTBOX_CAPACITY", "Detections that may wait for the broker", 1, 1_000_000, 10_000),
  host: variable("HTTP_HOST", "Address on which PORT is listened", Schema.NonEmptyString, "0.0.0.0"),
  port: wholeNumber("PORT", "Port of /health, /ready, /startup and /metrics (0 takes a free one)", 0, 65_535, 8_080),
  logLevel: variable("LOG_LEVEL", "Least level that is logged", LogLevelText, "Info"),
  appName: variable("APP_NAME", "Name in logs and metrics", Schema.NonEmptyString, "mjolnir-pattern-detector"),
  appVersion: variable("APP_VERSION", "Version in logs and metrics", Schema.NonEmptyString, "0.1.0")
} as const satisfies Readonly<Record<string, Variable<unknown>>>
