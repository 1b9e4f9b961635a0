/** Which way a line goes. */
export type Course = "rising" | "flat" | "falling"

/** What two lines make together: one row of the table by which all of them are found. */
export interface LineShape<Pattern extends string = string> {
  readonly pattern: Pattern
  readonly upper: Course
  readonly lower: Course
  readonly spacing: "converging" | "parallel" | "diverging"
  /** Which lines a close may break to leave it. */
  readonly breakouts: "up" | "down" | "either"
  /** Where price usually goes: up, down, on in the direction from which it came, or back there. */
  readonly usual: "up" | "down" | "onward" | "back"
  /** How far it goes: as far as the lines are apart where that is most, or to where the shape began. */
  readonly target: "height" | "start"
}

/** All shapes of two trend lines, of a market as it is; no two have lines of the same courses. */
export const lineShapes = [
  {
    pattern: "ASCENDING_TRIANGLE",
    upper: "flat",
    lower: "rising",
    spacing: "converging",
    breakouts: "either",
    usual: "up",
    target: "height"
  },
  {
    pattern: "DESCENDING_TRIANGLE",
    upper: "falling",
    lower: "flat",
    spacing: "converging",
    breakouts: "either",
    usual: "down",
    target: "height"
  },
  {
    pattern: "SYMMETRICAL_TRIANGLE",
    upper: "falling",
    lower: "rising",
    spacing: "converging",
    breakouts: "either",
    usual: "onward",
    target: "height"
  },
  {
    pattern: "RISING_WEDGE",
    upper: "rising",
    lower: "rising",
    spacing: "converging",
    breakouts: "down",
    usual: "down",
    target: "start"
  },
  {
    pattern: "FALLING_WEDGE",
    upper: "falling",
    lower: "falling",
    spacing: "converging",
    breakouts: "up",
    usual: "up",
    target: "start"
  },
  {
    pattern: "RECTANGLE",
    upper: "flat",
    lower: "flat",
    spacing: "parallel",
    breakouts: "either",
    usual: "onward",
    target: "height"
  },
  {
    pattern: "BROADENING",
    upper: "rising",
    lower: "falling",
    spacing: "diverging",
    breakouts: "either",
    usual: "back",
    target: "height"
  }
] as const satisfies ReadonlyArray<LineShape>

export type LinePattern = (typeof lineShapes)[number]["pattern"]

/** The shape of two lines in a market seen as it is (side 1) or upside down (-1), where each is the other's mirror image. */
export const lineShapeOf = (upper: Course, lower: Course, side: 1 | -1): LineShape<LinePattern> | undefined => {
  const trueUpper = side === 1 ? upper : opposite[lower]
  const trueLower = side === 1 ? lower : opposite[upper]
  for (const shape of lineShapes) if (shape.upper === trueUpper && shape.lower === trueLower) return shape
  return undefined
}

/** Where price usually goes from a shape into which it came upwards (1) or downwards (-1), all as seen from this side. */
export const usualWay = (usual: LineShape["usual"], side: 1 | -1, came: 1 | -1): 1 | -1 => {
  if (usual === "onward") return came
  if (usual === "back") return came === 1 ? -1 : 1
  return (usual === "up") === (side === 1) ? 1 : -1
}

const opposite: Readonly<Record<Course, Course>> = { rising: "falling", flat: "flat", falling: "rising" }
