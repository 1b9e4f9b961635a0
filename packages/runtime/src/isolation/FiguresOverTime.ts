import type { DetectorFigures } from "./messages.ts"

/** Adds up what the threads of a plugin, one after the other, say of its detectors. */
export class FiguresOverTime {
  #before: ReadonlyMap<string, DetectorFigures> = new Map()
  #present: ReadonlyArray<DetectorFigures> = []

  /** Takes what the present thread says of all its time. */
  take(figures: ReadonlyArray<DetectorFigures>): void {
    this.#present = figures
  }

  /** The present thread has ended: what it said is added to what those before it said. */
  threadEnded(): void {
    this.#before = new Map(
      this.all.map((figures) => [figures.id, { ...figures, isSuspended: false, suspendedSymbols: 0 }])
    )
    this.#present = []
  }

  get all(): ReadonlyArray<DetectorFigures> {
    const ids = new Set([...this.#before.keys(), ...this.#present.map(({ id }) => id)])
    return [...ids].flatMap((id) => {
      const before = this.#before.get(id)
      const present = this.#present.find((figures) => figures.id === id)
      if (before === undefined || present === undefined) return present ?? before ?? []
      return [
        {
          ...present,
          calls: before.calls + present.calls,
          matches: before.matches + present.matches,
          faults: before.faults + present.faults,
          lastFault: present.lastFault ?? before.lastFault,
          timedCalls: before.timedCalls + present.timedCalls,
          timedMillis: before.timedMillis + present.timedMillis,
          slowestMillis: Math.max(before.slowestMillis, present.slowestMillis),
          overBudget: before.overBudget + present.overBudget
        }
      ]
    })
  }
}
