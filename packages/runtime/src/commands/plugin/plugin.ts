import { Command } from "effect/cli"

import { benchPlugin } from "./bench.ts"
import { checkPlugin } from "./check.ts"
import { developPlugin } from "./dev.ts"
import { documentPlugin } from "./docs.ts"
import { listPlugins } from "./list.ts"
import { newPlugin } from "./new.ts"
import { previewPlugin } from "./preview.ts"

/** `mjolnir plugin`: what the authors of plugins work with. */
export const plugin = Command.make("plugin").pipe(
  Command.withDescription("Make, check and look at plugins"),
  Command.withSubcommands([
    newPlugin,
    developPlugin,
    checkPlugin,
    previewPlugin,
    benchPlugin,
    documentPlugin,
    listPlugins
  ])
)
