/// <reference lib="dom" />

/** The colours of the chart, which the stylesheet holds as custom properties. */
export interface Theme {
  readonly surface: string
  readonly ink: string
  readonly muted: string
  readonly line: string
  readonly grid: string
  readonly candleUp: string
  readonly candleDown: string
  readonly volumeUp: string
  readonly volumeDown: string
  readonly bullish: string
  readonly bearish: string
  readonly neutral: string
  readonly miss: string
  readonly annotation: string
  readonly annotationFill: string
  readonly label: string
  readonly outside: string
}

/** The colours as the reader's system wants them now, light or dark. */
export const currentTheme = (): Theme => {
  const style = getComputedStyle(document.documentElement)
  const colour = (name: string) => style.getPropertyValue(`--${name}`).trim()
  return {
    surface: colour("surface"),
    ink: colour("ink"),
    muted: colour("muted"),
    line: colour("line"),
    grid: colour("grid"),
    candleUp: colour("candle-up"),
    candleDown: colour("candle-down"),
    volumeUp: colour("volume-up"),
    volumeDown: colour("volume-down"),
    bullish: colour("bullish"),
    bearish: colour("bearish"),
    neutral: colour("neutral"),
    miss: colour("miss"),
    annotation: colour("annotation"),
    annotationFill: colour("annotation-fill"),
    label: colour("label"),
    outside: colour("outside")
  }
}

/** Calls back whenever the reader's system turns light or dark. */
export const onThemeChange = (changed: () => void): void =>
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", changed)
