import type { PartFault } from "@mjolnir/core/pipeline"

/** What is said of the first failure of a part on a symbol. */
export const faultNote = ({ kind, part, problem, symbol }: PartFault): string =>
  `${kind} ${part} failed on ${symbol}: it ${problem}; further failures on ${symbol} are not reported`
