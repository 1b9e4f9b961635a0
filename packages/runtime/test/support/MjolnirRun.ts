import { type ChildProcessByStdio, spawn } from "node:child_process"
import type { Readable } from "node:stream"
import { fileURLToPath } from "node:url"

import type { Environment } from "./config.ts"
import { freePort } from "./ports.ts"

/** What a process left behind. */
export interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly seconds: number
}

/** `mjolnir run` as a process. */
export class MjolnirRun implements AsyncDisposable {
  /** Standard output so far. */
  out = ""
  /** Standard error so far. */
  err = ""
  readonly #child: ChildProcessByStdio<null, Readable, Readable>
  readonly #httpPort: number
  readonly #ended: Promise<Ended>

  private constructor(environment: Environment, httpPort: number) {
    this.#httpPort = httpPort
    const began = performance.now()
    this.#child = spawn(process.execPath, [mjolnir, "run"], { env: environment, stdio: ["ignore", "pipe", "pipe"] })
    this.#child.stdout.on("data", (bytes) => (this.out += String(bytes)))
    this.#child.stderr.on("data", (bytes) => (this.err += String(bytes)))
    const { promise, resolve } = Promise.withResolvers<Ended>()
    this.#child.on("close", (code, signal) => resolve({ code, signal, seconds: (performance.now() - began) / 1_000 }))
    this.#ended = promise
  }

  /** Starts the process with these variables alone; probes are on a free loopback port unless they say otherwise. */
  static readonly start = async (environment: Environment): Promise<MjolnirRun> => {
    const port = await freePort()
    return new MjolnirRun({ HTTP_HOST: "127.0.0.1", PORT: String(port), ...environment }, port)
  }

  /** Waits for the end of the process. */
  get ended(): Promise<Ended> {
    return this.#ended
  }

  /** Asks the process to stop and waits for its end, of which it tells the seconds since it was asked. */
  async terminate(): Promise<Ended> {
    const asked = performance.now()
    this.#child.kill("SIGTERM")
    return { ...(await this.#ended), seconds: (performance.now() - asked) / 1_000 }
  }

  /** The status of a probe, undefined when nobody answers. */
  async probe(path: string): Promise<number | undefined> {
    try {
      return (await fetch(`http://127.0.0.1:${this.#httpPort}${path}`)).status
    } catch {
      return undefined
    }
  }

  /** The lines of the log. */
  get log(): ReadonlyArray<Readonly<Record<string, unknown>>> {
    return this.out.split("\n").flatMap((line) => (line.endsWith("}") ? [Object(JSON.parse(line))] : []))
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#child.kill("SIGKILL")
    await this.#ended
  }
}

const mjolnir = fileURLToPath(new URL("../../src/mjolnir.ts", import.meta.url))
