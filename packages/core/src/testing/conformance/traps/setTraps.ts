import { syncBuiltinESMExports } from "node:module"

import { Traps } from "./Traps.ts"

/** Sets traps for everything that is neither given nor decided, and lifts them when `use` is done, however it ends. */
export const setTraps = <Answer>(use: (traps: Traps) => Answer): Answer => {
  const traps = new Traps()
  try {
    trapClocks(traps)
    trapChance(traps)
    trapTimers(traps)
    trapProcess(traps)
    trapModules(traps)
    // Named imports of these modules follow.
    syncBuiltinESMExports()
    return use(traps)
  } finally {
    traps.lift()
    syncBuiltinESMExports()
  }
}

/** The time, and the time zone of the machine. */
const trapClocks = (traps: Traps): void => {
  trapEach(traps, Date, "Date", ["now"])
  trapEach(traps, Date.prototype, "Date.prototype", localTimeMethods)
  traps.setClockClass(globalThis, "Date", "Date()")
  trapEach(traps, performance, "performance", ["now", "mark", "measure"])
  const temporalNow = field(field(globalThis, "Temporal"), "Now")
  if (temporalNow !== undefined) trapAll(traps, temporalNow, "Temporal.Now")
}

const localTimeMethods = ["getDate", "getDay", "getFullYear", "getHours", "getMinutes", "getMonth", "getTimezoneOffset"]

const trapChance = (traps: Traps): void => {
  trapEach(traps, Math, "Math", ["random"])
  trapEach(traps, globalThis.crypto, "crypto", ["getRandomValues", "randomUUID"])
  const crypto = process.getBuiltinModule("node:crypto")
  const random = ["getRandomValues", "randomBytes", "randomFill", "randomFillSync", "randomInt", "randomUUID"]
  trapEach(traps, crypto, "node:crypto", [...random, "pseudoRandomBytes"])
}

const trapTimers = (traps: Traps): void => {
  trapEach(traps, globalThis, "", ["setTimeout", "setInterval", "setImmediate", "queueMicrotask"])
  trapEach(traps, Atomics, "Atomics", ["wait", "waitAsync"])
}

const trapProcess = (traps: Traps): void => {
  const clocks = ["cpuUsage", "hrtime", "memoryUsage", "resourceUsage", "threadCpuUsage", "uptime"]
  const effects = ["abort", "chdir", "cwd", "dlopen", "emitWarning", "exit", "kill", "nextTick", "reallyExit"]
  trapEach(traps, process.hrtime, "process.hrtime", ["bigint"])
  trapEach(traps, process, "process", [...clocks, ...effects, "getBuiltinModule", "loadEnvFile"])
  trapEach(traps, process.stdout, "process.stdout", ["write"])
  trapEach(traps, process.stderr, "process.stderr", ["write"])
  traps.setFields(process, "env", "process.env")
}

/** Everything that reads, writes, connects or starts something. */
const trapModules = (traps: Traps): void => {
  const globals = ["fetch", "WebSocket", "EventSource", "BroadcastChannel", "MessageChannel", "Worker"]
  trapEach(traps, globalThis, "", globals)
  trapAll(traps, console, "console")
  trapEach(traps, process.getBuiltinModule("node:module"), "node:module", ["createRequire", "register"])
  for (const name of modules) {
    const module = process.getBuiltinModule(name)
    trapAll(traps, module, name)
    const promises = field(module, "promises")
    if (promises !== undefined) trapAll(traps, promises, `${name}.promises`)
  }
}

const modules = [
  "node:child_process",
  "node:dgram",
  "node:dns",
  "node:fs",
  "node:http",
  "node:http2",
  "node:https",
  "node:net",
  "node:os",
  "node:timers",
  "node:timers/promises",
  "node:tls",
  "node:worker_threads"
] as const

const trapEach = (traps: Traps, owner: object, path: string, keys: ReadonlyArray<string>): void => {
  for (const key of keys) traps.setFunction(owner, key, path === "" ? key : `${path}.${key}`)
}

/** The object's own functions. */
const trapAll = (traps: Traps, owner: object, path: string): void => trapEach(traps, owner, path, Object.keys(owner))

const field = (owner: unknown, key: string): object | undefined => {
  const value: unknown = typeof owner === "object" && owner !== null ? Reflect.get(owner, key) : undefined
  return typeof value === "object" && value !== null ? value : undefined
}
