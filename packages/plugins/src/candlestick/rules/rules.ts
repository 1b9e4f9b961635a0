import { bottoms } from "./bottoms.ts"
import { clashes } from "./clashes.ts"
import { crowsAndSoldiers } from "./crowsAndSoldiers.ts"
import { dojis } from "./dojis.ts"
import { gaps } from "./gaps.ts"
import { hammers } from "./hammers.ts"
import { insideAndOutside } from "./insideAndOutside.ts"
import { methods } from "./methods.ts"
import { necks } from "./necks.ts"
import { oneCandle } from "./oneCandle.ts"
import { stars } from "./stars.ts"

/** The rules of all patterns but the two with a memory, by the names that TA-Lib gives their functions. */
export const rules = {
  ...oneCandle,
  ...dojis,
  ...hammers,
  ...insideAndOutside,
  ...stars,
  ...crowsAndSoldiers,
  ...necks,
  ...clashes,
  ...gaps,
  ...methods,
  ...bottoms
}
