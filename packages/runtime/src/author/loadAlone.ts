import { Effect } from "effect"

import type { InlinePlugin } from "../plugins/LoadedPlugin.ts"
import { loadPlugins } from "../plugins/loadPlugins.ts"
import type { PluginProblem } from "../plugins/PluginProblem.ts"

/** Loads the one plugin that a command is about into this thread; fails with the reason why it cannot be loaded. */
export const loadAlone = (given: string): Effect.Effect<InlinePlugin, PluginProblem> =>
  Effect.gen(function* () {
    const { loaded, refused } = yield* loadPlugins([given], { inlineOnly: true })
    const [plugin] = loaded
    if (plugin?.isolation === "inline") return plugin
    const [{ problem } = { problem: undefined }] = refused
    return yield* problem ?? Effect.die(`${given} is neither loaded nor refused`)
  })
