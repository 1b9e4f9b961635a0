import type { Direction } from "@mjolnir/core"

import type { Style } from "./painter.ts"

/** A direction as text to read, such as `▲ bullish`. */
export const directionText = (direction: Direction): string => `${arrows[direction]} ${direction}`

/** The colours of the directions. */
export const directionStyles = { bullish: "green", bearish: "red", neutral: "plain" } as const satisfies Record<
  Direction,
  Style
>

const arrows = { bullish: "▲", bearish: "▼", neutral: "•" } as const satisfies Record<Direction, string>
