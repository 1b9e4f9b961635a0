import { execFile } from "node:child_process"
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"

import { type DocumentBlock, root } from "./documentBlocks.ts"

/** What came of a script. */
export interface ScriptRun {
  /** True when every line of it has worked. */
  readonly isGood: boolean
  /** Standard output and standard error. */
  readonly output: string
  /** The folder in which the script ended. */
  readonly folder: string
}

const places = ["plugins", "readme"] as const

/**
 * A folder outside the repository in which the packages of the repository are installed: what documents show is written,
 * type-checked and run here as a plugin's author would do it.
 */
export class SnippetWorkshop implements AsyncDisposable {
  readonly #folder: string
  readonly #places = new Map<string, DocumentBlock>()

  private constructor(folder: string) {
    this.#folder = folder
  }

  static async make(): Promise<SnippetWorkshop> {
    const folder = await mkdtemp(join(tmpdir(), "mjolnir-snippets-"))
    await symlink(fileURLToPath(new URL("node_modules", root)), join(folder, "node_modules"))
    for (const place of places) {
      await mkdir(join(folder, place))
      await symlink(fileURLToPath(new URL("docs", root)), join(folder, place, "docs"))
      await writeFile(join(folder, place, "package.json"), JSON.stringify({ private: true, type: "module" }))
    }
    return new SnippetWorkshop(folder)
  }

  /** The folder that belongs to a document: one for those for plugin authors, one for the README of the repository. */
  folderOf(document: string): string {
    return join(this.#folder, document.startsWith("docs/plugins/") ? places[0] : places[1])
  }

  /** Writes the block to the file that it names, in a folder, and gives its URL. */
  async write(block: DocumentBlock, folder = this.folderOf(block.document)): Promise<URL> {
    if (block.file === undefined) throw new Error(`${block.document}:${block.line} names no file in its first line`)
    const path = join(folder, block.file)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, block.text)
    this.#places.set(path, block)
    return pathToFileURL(path)
  }

  /** Runs a script in a folder as a shell does, up to the first line that fails. */
  async runScript(script: string, folder: string): Promise<ScriptRun> {
    const place = join(this.#folder, "folder-of-script")
    const ran = await printed("bash", ["-euo", "pipefail", "-c", `${script}\npwd > '${place}'`], folder)
    return { ...ran, folder: ran.isGood ? (await readFile(place, "utf8")).trim() : folder }
  }

  /**
   * Type-checks everything that has been written, with the options of the repository. Gives the errors of each block:
   * code, text and the line of the document.
   */
  async typeCheck(): Promise<ReadonlyMap<DocumentBlock, ReadonlyArray<string>>> {
    const config = {
      extends: fileURLToPath(new URL("tsconfig.base.json", root)),
      compilerOptions: { noEmit: true, types: ["node"] },
      files: [...this.#places.keys()].filter((path) => path.endsWith(".ts"))
    }
    await writeFile(join(this.#folder, "tsconfig.json"), JSON.stringify(config))
    const { output } = await printed("tsc", ["--project", this.#folder, "--pretty", "false"], this.#folder)
    const errors = new Map<DocumentBlock, Array<string>>()
    for (const [, file = "", line, error] of output.matchAll(/^(\S+)\((\d+),\d+\): error (TS\d+: .*(?:\n .*)*)/gm)) {
      const block = this.#places.get(join(this.#folder, file))
      // What is wrong elsewhere in the repository is told by the type-check of the repository.
      if (block === undefined) continue
      const told = errors.get(block) ?? []
      told.push(`${block.document}:${block.line + Number(line) - 1}: ${error}`)
      errors.set(block, told)
    }
    return errors
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true })
  }
}

/** Runs a program to its end, with the commands of the repository at hand. */
const printed = (
  program: string,
  args: ReadonlyArray<string>,
  cwd: string
): Promise<{ readonly isGood: boolean; readonly output: string }> =>
  new Promise((resolve) => {
    const commands = fileURLToPath(new URL("node_modules/.bin", root))
    const { VITEST: _, VITEST_WORKER_ID: __, NODE_ENV: ___, ...rest } = process.env
    const env = { ...rest, PATH: `${commands}:${process.env["PATH"]}`, NO_COLOR: "1" }
    execFile(program, [...args], { cwd, env, maxBuffer: 2 ** 24 }, (failure, output, complaints) =>
      resolve({ isGood: failure === null, output: `${output}${complaints}` })
    )
  })
