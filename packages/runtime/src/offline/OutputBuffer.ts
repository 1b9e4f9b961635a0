/** What a fold has to say since it was last asked: lines for standard output and notes for standard error. */
export class OutputBuffer {
  #text = ""
  #notes: Array<string> = []

  /** Adds a line to standard output. */
  print(line: string): void {
    this.#text += `${line}\n`
  }

  /** Adds a line to standard error. */
  note(line: string): void {
    this.#notes.push(line)
  }

  takeText(): string {
    const text = this.#text
    this.#text = ""
    return text
  }

  takeNotes(): ReadonlyArray<string> {
    const notes = this.#notes
    if (notes.length > 0) this.#notes = []
    return notes
  }
}
