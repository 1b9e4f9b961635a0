import { Effect, Option } from "effect"
import { Command, Flag } from "effect/cli"

import { doneWhenStopped } from "./doneWhenStopped.ts"
import { pluginFlags } from "./pipelineFlags.ts"

const wholeNumber = (name: string, from: number, to: number) =>
  Flag.Int(name).pipe(
    Flag.withMetavar("N"),
    Flag.filter(
      (number) => number >= from && number <= to,
      () => `a whole number from ${from} to ${to}`
    )
  )

/** `mjolnir demo`: the live service on a simulated market. */
export const demo = Command.make(
  "demo",
  {
    speed: Flag.Finite("speed").pipe(
      Flag.withMetavar("X"),
      Flag.withDescription("Market time that passes in one of ours, 1 to 3600 (default: 60)"),
      Flag.filter(
        (speed) => speed >= 1 && speed <= 3_600,
        () => "a number from 1 to 3600"
      ),
      Flag.withDefault(60)
    ),
    seconds: Flag.Finite("seconds").pipe(
      Flag.withMetavar("N"),
      Flag.withDescription("How long the market stays open (default: until Ctrl-C)"),
      Flag.filter(
        (seconds) => seconds > 0,
        () => "a number above 0"
      ),
      Flag.optional
    ),
    seed: Flag.Int("seed").pipe(
      Flag.withMetavar("N"),
      Flag.withDescription("Another seed is another market, the same the same (default: 1)"),
      Flag.withDefault(1)
    ),
    symbols: wholeNumber("symbols", 1, 1_000).pipe(
      Flag.withDescription("Number of stocks (default: 12)"),
      Flag.withDefault(12)
    ),
    port: wholeNumber("port", 0, 65_535).pipe(
      Flag.withDescription("Port of probes and metrics; a free one if it is taken or 0 (default: 8080)"),
      Flag.withDefault(8_080)
    ),
    ...pluginFlags
  },
  Effect.fnUntraced(function* ({ seconds, settings, ...choice }) {
    const { runDemo } = yield* Effect.promise(() => import("../demo/runDemo.ts"))
    yield* runDemo({
      ...choice,
      seconds: Option.getOrUndefined(seconds),
      settings: Option.getOrUndefined(settings)
    }).pipe(Effect.catchTag("OutputClosed", () => Effect.void))
  }, doneWhenStopped)
).pipe(
  Command.withShortDescription("Watch a simulated market, without Redis and network"),
  Command.withDescription(
    [
      "Watch a simulated market, without Redis and network.",
      "",
      "  The live service runs with its defaults on a market that is made up: stocks that wander about, and now and then",
      "  a pattern that is planted to be found. Ticks come from a broker of its own over a real WebSocket; detections go",
      "  back there and are printed: as a table on a terminal, else as the JSON lines of `mjolnir detect`. At the end it",
      "  says how many of the planted patterns were found, of those that some plugin looks for. Everything listens on",
      "  127.0.0.1 only."
    ].join("\n")
  ),
  Command.withExamples([
    { command: "mjolnir demo", description: "A minute of the market each second, until Ctrl-C" },
    { command: "mjolnir demo --seconds 20 --seed 7", description: "Twenty minutes of another market" },
    {
      command: "mjolnir demo --speed 3600 --symbols 50 --seconds 10",
      description: "Ten hours of fifty stocks in ten seconds"
    },
    {
      command: "mjolnir demo --plugin classic --plugin ./three.ts --settings settings.yaml",
      description: "A plugin of your own beside the classic one"
    },
    { command: "mjolnir demo --seconds 20 > detections.jsonl", description: "Keep what was found" }
  ])
)
