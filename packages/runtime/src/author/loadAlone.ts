import { Effect } from "effect"

import type { InlinePlugin } from "../plugins/LoadedPlugin.ts"
import { loadInline } from "../plugins/loadInline.ts"
import type { PluginProblem } from "../plugins/PluginProblem.ts"

/** Loads the one plugin that a command is about into this thread; fails with the reason why it cannot be loaded. */
export const loadAlone = (given: string): Effect.Effect<InlinePlugin, PluginProblem> =>
  Effect.gen(function* () {
    const { loaded } = yield* loadInline([given])
    const [plugin] = loaded
    return plugin?.isolation === "inline" ? plugin : yield* Effect.die(`${given} is neither loaded nor refused`)
  })
