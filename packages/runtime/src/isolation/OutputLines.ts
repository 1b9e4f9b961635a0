/** Gives the lines that a plugin prints, a bounded number of bounded length: what prints without end fills no log. */
export class OutputLines {
  readonly #onLine: (line: string) => void
  #rest = ""
  #left = mostLines

  constructor(onLine: (line: string) => void) {
    this.#onLine = onLine
  }

  take(text: string): void {
    if (this.#left <= 0) return
    const [first = "", ...lines] = text.split("\n")
    this.#rest = (this.#rest + first).slice(0, longestLine)
    for (const line of lines) {
      this.#end()
      this.#rest = line.slice(0, longestLine)
    }
  }

  #end(): void {
    if (this.#rest.trim() !== "" && this.#left > 0) {
      this.#left--
      this.#onLine(this.#left === 0 ? `${this.#rest} (what it prints from now on is not logged)` : this.#rest)
    }
    this.#rest = ""
  }
}

/** Lines of one thread. */
const mostLines = 100
const longestLine = 500
