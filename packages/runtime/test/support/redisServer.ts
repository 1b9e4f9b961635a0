import { spawn, spawnSync } from "node:child_process"

import { Redis } from "ioredis"

import { freePort } from "./ports.ts"
import { until } from "./until.ts"

/** Empty when there is a redis-server, else why the tests of it are skipped. */
export const redisMissing: string =
  spawnSync("redis-server", ["--version"]).status === 0 ? "" : " (skipped: there is no redis-server on the PATH)"

/** A real Redis server without persistence, on a loopback port of its own. */
export interface RedisServer extends AsyncDisposable {
  readonly port: number
  readonly client: Redis
  /** Stops the process without killing it: connections stay open and nothing answers. */
  readonly freeze: () => void
  readonly thaw: () => void
  readonly kill: () => Promise<void>
  /** Starts it again on the same port, empty. */
  readonly restart: () => Promise<void>
}

/** Starts a Redis server, with a password if one is given. */
export const startRedis = async (password = ""): Promise<RedisServer> => {
  const port = await freePort()
  const start = async () => {
    const settings = ["--port", `${port}`, "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
    const child = spawn("redis-server", [...settings, "--requirepass", password], { stdio: "ignore" })
    const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()))
    return { child, ended }
  }
  let running = await start()
  const client = new Redis({
    host: "127.0.0.1",
    port,
    ...(password === "" ? {} : { password }),
    retryStrategy: () => 50,
    maxRetriesPerRequest: null
  })
  client.on("error", () => {})
  const isUp = () => until("Redis starts", () => client.status === "ready")
  await isUp()
  const kill = async () => {
    running.child.kill("SIGKILL")
    await running.ended
  }
  return {
    port,
    client,
    freeze: () => running.child.kill("SIGSTOP"),
    thaw: () => running.child.kill("SIGCONT"),
    kill,
    restart: async () => {
      running = await start()
      await isUp()
    },
    [Symbol.asyncDispose]: async () => {
      client.disconnect()
      await kill()
    }
  }
}
