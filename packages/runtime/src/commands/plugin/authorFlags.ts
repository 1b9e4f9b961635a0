import { isStockSymbol } from "@mjolnir/core"
import { Option } from "effect"
import { Argument, Flag } from "effect/cli"

import { intervalFlag } from "../pipelineFlags.ts"

/** The plugin that a command is about. */
export const pluginArgument = Argument.String("PATH").pipe(
  Argument.withDescription("The plugin: its folder or file, an npm package, or a built-in name")
)

/** The flag of commands that can be about one detector of the plugin. */
export const detectorFlag = Flag.String("detector").pipe(
  Flag.withMetavar("NAME"),
  Flag.withDescription("Only this detector of the plugin"),
  Flag.optional
)

/** The flag of commands that run the plugin with settings. */
export const settingsFlag = Flag.String("settings").pipe(
  Flag.withMetavar("FILE"),
  Flag.withDescription("Settings of the plugin's parts, as YAML or JSON"),
  Flag.optional
)

/** The flags of commands that try the plugin on candles. */
export const candleFlags = {
  candles: Flag.String("candles").pipe(
    Flag.withMetavar("FILE"),
    Flag.withDescription("Candles as CSV with a header or as JSONL, plain or gzip (default: made-up ones)"),
    Flag.optional
  ),
  symbol: Flag.String("symbol").pipe(
    Flag.withMetavar("S"),
    Flag.withDescription("The symbol whose candles to take from the file (default: its first one)"),
    Flag.filterMap(Option.liftPredicate(isStockSymbol), () => "1 to 32 printable ASCII characters without spaces"),
    Flag.optional
  ),
  interval: intervalFlag
}

/** The flag of commands whose report a program can read. */
export const jsonFlag = Flag.Boolean("json").pipe(Flag.withDescription("Print JSON"), Flag.withDefault(false))
