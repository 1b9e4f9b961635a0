import type { PartFault } from "@mjolnir/core/pipeline"

import { counted } from "../output/plural.ts"

/** A line about the parts of plugins. */
export interface FaultLine {
  readonly level: "Error" | "Info"
  readonly text: string
}

/**
 * Tells of the faults of parts without flooding the log: the first of a part, then when it is suspended anywhere, then
 * when it works again, with how many faults were not told. Plain code; times are milliseconds of one clock.
 */
export class FaultLog {
  readonly #write: (line: FaultLine) => void
  readonly #troubles = new Map<string, Trouble>()

  constructor(write: (line: FaultLine) => void) {
    this.#write = write
  }

  /** Takes a fault. */
  tell(fault: PartFault, now: number): void {
    const { kind, part, problem, suspended, symbol } = fault
    const known = this.#troubles.get(part)
    const trouble: Trouble = known ?? { kind, isSuspended: false, untold: 0, lastAt: now }
    trouble.lastAt = now
    this.#troubles.set(part, trouble)
    if (suspended && !trouble.isSuspended) {
      trouble.isSuspended = true
      this.#error(`The ${kind} ${part} is not called for ${symbol} for a while: it ${problem}`, trouble)
    } else if (known === undefined) this.#error(`The ${kind} ${part} failed on ${symbol}: it ${problem}`, trouble)
    else trouble.untold++
  }

  /** Looks which parts work again: those that `isWell` says do, and that have not failed for a minute. */
  look(now: number, isWell: (part: string) => boolean): void {
    for (const [part, trouble] of this.#troubles) {
      if (now - trouble.lastAt < quietMillis || !isWell(part)) continue
      this.#troubles.delete(part)
      const text = `The ${trouble.kind} ${part} has not failed for a minute and is called everywhere`
      this.#write({ level: "Info", text: text + untoldText(trouble) })
    }
  }

  #error(text: string, trouble: Trouble): void {
    this.#write({ level: "Error", text: text + untoldText(trouble) })
    trouble.untold = 0
  }
}

interface Trouble {
  readonly kind: PartFault["kind"]
  isSuspended: boolean
  /** Faults since the last line. */
  untold: number
  lastAt: number
}

const quietMillis = 60_000

const untoldText = ({ untold }: Trouble): string =>
  untold === 0 ? "" : ` (${counted(untold, "fault")} before ${untold === 1 ? "was" : "were"} not logged)`
