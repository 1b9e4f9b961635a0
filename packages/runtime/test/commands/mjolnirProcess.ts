import { spawn, spawnSync } from "node:child_process"
import { fileURLToPath } from "node:url"

/** What a process left behind. */
export interface Finished {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Runs a file of this package, such as the real command, with Node. */
export const runFile = (file: string, args: ReadonlyArray<string>, input: string | Buffer = ""): Finished => {
  const path = fileURLToPath(new URL(`../../${file}`, import.meta.url))
  const { status, stderr, stdout } = spawnSync(process.execPath, [path, ...args], { input, maxBuffer: 2 ** 30 })
  return { code: status, out: stdout.toString(), err: stderr.toString() }
}

/** Runs the real command. */
export const mjolnir = (args: ReadonlyArray<string>, input: string | Buffer = ""): Finished =>
  runFile("src/mjolnir.ts", args, input)

/** Runs the real command and closes its standard output after the first bytes, as `head` does. */
export const mjolnirToHead = (args: ReadonlyArray<string>, input: string): Promise<Finished> => {
  const path = fileURLToPath(new URL("../../src/mjolnir.ts", import.meta.url))
  const child = spawn(process.execPath, [path, ...args])
  const { promise, resolve } = Promise.withResolvers<Finished>()
  let out = ""
  let err = ""
  child.stdout.once("data", (bytes) => {
    out = String(bytes)
    child.stdout.destroy()
  })
  child.stderr.on("data", (bytes) => (err += String(bytes)))
  child.stdin.on("error", () => {})
  child.on("close", (code) => resolve({ code, out, err }))
  child.stdin.end(input)
  return promise
}
