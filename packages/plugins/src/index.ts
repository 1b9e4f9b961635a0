import type { Plugin } from "@mjolnir/core"

import candlestick from "./candlestick/index.ts"
import chart from "./chart/index.ts"
import classic from "./classic/index.ts"
import harmonic from "./harmonic/index.ts"
import indicators from "./indicators/index.ts"

/** The plugins that come with Mjolnir. */
export const builtInPlugins: ReadonlyArray<Plugin> = [classic, candlestick, chart, harmonic, indicators]
