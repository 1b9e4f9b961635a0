import { type ChildProcess, spawn } from "node:child_process"
import { createInterface } from "node:readline"
import { fileURLToPath } from "node:url"

/** Starts a file of this folder as a process of its own. */
export const start = (
  file: string,
  args: ReadonlyArray<string> = [],
  nodeFlags: ReadonlyArray<string> = []
): ChildProcess =>
  spawn(process.execPath, [...nodeFlags, fileURLToPath(new URL(file, import.meta.url)), ...args], {
    stdio: ["ignore", "pipe", "inherit"]
  })

/** The first line that a process prints. */
export const firstLine = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`a process of the benchmark ended with code ${code} and no result`)))
    if (child.stdout !== null) createInterface({ input: child.stdout }).once("line", resolve)
  })

/** Ends a process. */
export const stop = (child: ChildProcess): void => {
  child.kill("SIGKILL")
}
