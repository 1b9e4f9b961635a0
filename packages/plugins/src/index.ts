import type { Plugin } from "@mjolnir/core"

import classic from "./classic/index.ts"

/** The plugins that come with Mjolnir. */
export const builtInPlugins: ReadonlyArray<Plugin> = [classic]
