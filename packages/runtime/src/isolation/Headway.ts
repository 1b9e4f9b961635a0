/** Where the thread of a plugin is. */
export interface WorkPlace {
  readonly phase: WorkPhase
  /** Empty when it is at none. */
  readonly symbol: string
  /** Index of the item in its batch; -1 when it is at none. */
  readonly item: number
  /** Index of the detector among those of the plugin; -1 outside of them. */
  readonly detector: number
}

/** `starting` imports the plugin, `waiting` has nothing to do, `restoring` fills windows, `working` calls detectors. */
export const workPhases = ["starting", "waiting", "restoring", "working"] as const
export type WorkPhase = (typeof workPhases)[number]

/**
 * Memory that the thread of a plugin writes and the service reads: that it gets on, and with what. It can be read when
 * the thread hangs, so that the one who hangs it is named.
 */
export class Headway {
  readonly memory: SharedArrayBuffer
  readonly #cells: Int32Array
  readonly #symbol: Uint8Array

  /** Reads or writes this memory; new one, of a thread that starts, when it is left out. */
  constructor(memory?: SharedArrayBuffer) {
    this.memory = memory ?? new SharedArrayBuffer(symbolOffset + longestSymbol)
    this.#cells = new Int32Array(this.memory, 0, cellCount)
    this.#symbol = new Uint8Array(this.memory, symbolOffset)
    if (memory === undefined) this.turnTo("starting")
  }

  /** To be told what the thread turns to. */
  turnTo(phase: WorkPhase, symbol = "", item = -1): void {
    const cells = this.#cells
    for (let index = 0; index < symbol.length; index++) this.#symbol[index] = symbol.charCodeAt(index)
    cells[lengthCell] = symbol.length
    cells[itemCell] = item
    cells[detectorCell] = -1
    cells[phaseCell] = workPhases.indexOf(phase)
    Atomics.add(cells, countCell, 1)
  }

  /** To be told which detector is called; -1 when it has come back. */
  enter(detector: number): void {
    this.#cells[detectorCell] = detector
    Atomics.add(this.#cells, countCell, 1)
  }

  /** Another number whenever the thread has got on. */
  get count(): number {
    return Atomics.load(this.#cells, countCell)
  }

  get place(): WorkPlace {
    const cells = this.#cells
    return {
      phase: workPhases[cells[phaseCell] ?? 0] ?? "starting",
      symbol: String.fromCharCode(...this.#symbol.subarray(0, cells[lengthCell])),
      item: cells[itemCell] ?? -1,
      detector: cells[detectorCell] ?? -1
    }
  }
}

const countCell = 0
const phaseCell = 1
const detectorCell = 2
const lengthCell = 3
const itemCell = 4
const cellCount = 5
const symbolOffset = cellCount * Int32Array.BYTES_PER_ELEMENT
/** Characters of the longest symbol. */
const longestSymbol = 32
