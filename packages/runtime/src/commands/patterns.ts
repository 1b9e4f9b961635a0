import { Effect } from "effect"
import { Argument, Command, Flag } from "effect/cli"

import { jsonFlag } from "./plugin/authorFlags.ts"

/** `mjolnir patterns`: what the detectors find, pattern by pattern. */
export const patterns = Command.make(
  "patterns",
  {
    names: Argument.String("NAME").pipe(
      Argument.withDescription("Show this pattern in full; all of them in a table when left out"),
      Argument.atLeast(0)
    ),
    json: jsonFlag,
    plugin: Flag.String("plugin").pipe(
      Flag.withMetavar("NAME|PATH"),
      Flag.withDescription("Plugin to look at instead of the built-in ones; may be given several times"),
      Flag.atLeast(0)
    ),
    svg: Flag.String("svg").pipe(
      Flag.withMetavar("DIR"),
      Flag.withDescription("Write the drawings into this folder as well, as <plugin>-<NAME>.svg"),
      Flag.optional
    )
  },
  Effect.fnUntraced(function* (choice) {
    const { printPatterns } = yield* Effect.promise(() => import("../catalogue/printPatterns.ts"))
    yield* printPatterns(choice).pipe(Effect.catchTag("OutputClosed", () => Effect.void))
  })
).pipe(
  Command.withShortDescription("Show which patterns are found, with their rules and drawings"),
  Command.withDescription(
    [
      "Show which patterns are found, with their rules and drawings.",
      "",
      "  Without a NAME it lists the patterns of the built-in plugins; CANDLES says how many are enough to find the example of",
      "  the pattern; a narrow terminal shows fewer columns. With a NAME it tells what the pattern means, its rule and where",
      "  that comes from, the params of its detector, and draws the example: # falls, o rises, ^ marks the trigger candle and",
      "  a point the others that tell the pattern. Upper and lower case are the same in a NAME, and so are - and _.",
      "",
      "  With --json each pattern is a line {pattern, plugin, detector, summary, directions, provisional, means, rule, source,",
      "  history, warmUp, candlesNeeded, params, beside, example, detection}: params as a list of {name, type, default,",
      "  description}, the example as a list of [open, high, low, close, volume], the detection as mjolnir detect --details",
      "  prints it. What a plugin does not say of a pattern is null."
    ].join("\n")
  ),
  Command.withExamples([
    { command: "mjolnir patterns", description: "All patterns of the built-in plugins" },
    { command: "mjolnir patterns bull-flag DOUBLE_TOP", description: "Two of them in full" },
    { command: "mjolnir patterns --plugin chart", description: "Those of one plugin" },
    { command: "mjolnir patterns --plugin ./three.ts", description: "What a plugin of your own says of its patterns" },
    { command: "mjolnir patterns --json | jq -r .rule", description: "The rules, for a program to read" },
    { command: "mjolnir patterns BULL_FLAG --svg drawings", description: "With drawings/classic-BULL_FLAG.svg" }
  ])
)
