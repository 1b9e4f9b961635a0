import { spawn } from "node:child_process"
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"

import { assert, describe, it } from "@effect/vitest"

import { until } from "../support/until.ts"
import { scaffoldedPackage } from "./AuthoredPlugin.ts"

/** `mjolnir plugin dev` as a process, and the lines that tell what came of each save. */
const startDev = (...args: ReadonlyArray<string>) => {
  const path = fileURLToPath(new URL("../../src/mjolnir.ts", import.meta.url))
  const child = spawn(process.execPath, [path, "plugin", "dev", ...args], { stdio: ["ignore", "pipe", "pipe"] })
  const { promise: ended, resolve } = Promise.withResolvers<number | null>()
  let out = ""
  child.stdout.on("data", (bytes) => (out += String(bytes)))
  child.stderr.on("data", (bytes) => (out += String(bytes)))
  child.on("close", resolve)
  const results = () => out.split("\n").filter((line) => /^\d\d:\d\d:\d\d {2}/.test(line))
  return {
    /** The line on the next save that matches. */
    result: (nth: number) => until(`result ${nth}`, () => results()[nth - 1], 15_000),
    output: () => out,
    end: () => {
      child.kill("SIGINT")
      return ended
    },
    [Symbol.asyncDispose]: async () => {
      child.kill("SIGKILL")
      await ended
    }
  }
}

describe("mjolnir plugin dev", { timeout: 60_000 }, () => {
  it("tries the new code at each save, outlives what is broken, and ends at once", async () => {
    using folder = scaffoldedPackage("detector")
    const source = `${folder.path}/src/three-up.ts`
    const code = readFileSync(source, "utf8")
    const out = `${folder.path}/pages`
    await using dev = startDev(folder.path, "--out", out)

    const first = await dev.result(1)
    assert.match(first, /✓ \d+ passed, 1 skipped; \d+ detections on 1 page {2}\d+\.\d s$/)
    assert.isTrue(existsSync(`${out}/three-up.html`))

    writeFileSync(source, code.replaceAll("window.close(2)", "window.close(3)"))
    assert.match(await dev.result(2), /✗ \d failed, .*; 0 detections on 1 page/)
    assert.include(dev.output(), "✗ C05")

    writeFileSync(source, `${code}\nsyntax error(`)
    assert.match(await dev.result(3), /✗ plugin .* cannot be imported: .*; correct the syntax {2}\d/)

    writeFileSync(source, code)
    assert.strictEqual(
      (await dev.result(4)).replace(/^\S+/, "").replace(/\S+ s$/, ""),
      first.replace(/^\S+/, "").replace(/\S+ s$/, "")
    )

    const asked = performance.now()
    assert.strictEqual(await dev.end(), 0)
    assert.isBelow(performance.now() - asked, 1_000)
  })

  it("refuses what cannot be watched in one line", async () => {
    await using dev = startDev("classic")
    await until("end", () => dev.output().endsWith("\n"))
    assert.strictEqual(
      dev.output(),
      "mjolnir: plugin classic: there is no such file or folder to watch; expected a path such as . or ./three.ts\n"
    )
  })
})
