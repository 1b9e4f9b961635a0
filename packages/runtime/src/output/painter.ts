/** How a text can look on a terminal. */
export type Style = "plain" | keyof typeof codes

/** Gives a text a style. */
export type Paint = (style: Style, text: string) => string

/** Paints by the escape sequences of terminals; not at all unless `isColored`. */
export const painter = (isColored: boolean): Paint =>
  isColored
    ? (style, text) => (style === "plain" ? text : `\u001B[${codes[style]}m${text}\u001B[0m`)
    : (_style, text) => text

const codes = { bold: 1, dim: 2, red: 31, green: 32 } as const
