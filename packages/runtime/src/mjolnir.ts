#!/usr/bin/env node
import { runMain } from "@effect/platform-node/NodeRuntime"
import { layer as nodeServices } from "@effect/platform-node/NodeServices"
import { Effect, Layer } from "effect"
import { CliConfig, Command, GlobalFlag } from "effect/cli"

import { candles } from "./commands/candles.ts"
import { demo } from "./commands/demo.ts"
import { detect } from "./commands/detect.ts"
import { features } from "./commands/features.ts"
import { layerOneLineErrors } from "./commands/layerOneLineErrors.ts"
import { patterns } from "./commands/patterns.ts"
import { plugin } from "./commands/plugin/plugin.ts"
import { replay } from "./commands/replay.ts"
import { reportFailure } from "./commands/reportFailure.ts"
import { run } from "./commands/run.ts"
import { teardown } from "./commands/teardown.ts"
import { Terminal } from "./output/Terminal.ts"
import { version } from "./version.ts"

/** The `mjolnir` command. Its subcommands load what they need when they run. */
const mjolnir = Command.make("mjolnir").pipe(
  Command.withDescription("Real-time stock-pattern detection"),
  Command.withSubcommands([demo, run, detect, features, candles, replay, patterns, plugin])
)

/** The log's level is a setting of the service, `LOG_LEVEL`, and no command asks questions. */
const layerFlags = CliConfig.layer({ builtIns: [GlobalFlag.Help, GlobalFlag.Version, GlobalFlag.Completions] })

mjolnir.pipe(
  Command.run({ version }),
  Effect.tapCause(reportFailure),
  Effect.provide(Layer.mergeAll(Terminal.layer, layerOneLineErrors, layerFlags).pipe(Layer.provideMerge(nodeServices))),
  runMain({ disableErrorReporting: true, teardown })
)
