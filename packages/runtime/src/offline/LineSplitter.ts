/**
 * Cuts a sequence of byte chunks into lines at `\n`, the bytes of a line unchanged. A last line without `\n` counts, a
 * trailing `\n` adds no line. A line is valid during the call that gets it: it may lie in the chunk.
 *
 * @example
 * const splitter = new LineSplitter()
 * for (const chunk of chunks) splitter.push(chunk, onLine)
 * splitter.end(onLine)
 */
export class LineSplitter {
  /** The beginning of a line that no chunk has ended yet. */
  #begun: Array<Uint8Array> = []

  push(chunk: Uint8Array, onLine: (line: Uint8Array) => void): void {
    // A plain view keeps the readers of the bytes from meeting two kinds of array, which costs them half their speed.
    const bytes = new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    let from = 0
    for (let end = bytes.indexOf(newline); end >= 0; end = bytes.indexOf(newline, from)) {
      const rest = bytes.subarray(from, end)
      onLine(this.#begun.length === 0 ? rest : this.#finish(rest))
      from = end + 1
    }
    // Copied, because the source may use the chunk's memory again.
    if (from < bytes.length) this.#begun.push(bytes.slice(from))
  }

  end(onLine: (line: Uint8Array) => void): void {
    if (this.#begun.length > 0) onLine(this.#finish(new Uint8Array(0)))
  }

  #finish(rest: Uint8Array): Uint8Array {
    const parts = [...this.#begun, rest]
    const line = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
    let at = 0
    for (const part of parts) {
      line.set(part, at)
      at += part.length
    }
    this.#begun = []
    return line
  }
}

const newline = 0x0a
