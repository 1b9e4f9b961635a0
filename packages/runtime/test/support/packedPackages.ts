import { execFile } from "node:child_process"
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { promisify } from "node:util"

/** How a program has ended, and what it has printed. */
export interface Ended {
  readonly exitCode: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs a program to its end, whatever that is. */
export const ended = async (program: string, args: ReadonlyArray<string>, folder: string): Promise<Ended> => {
  try {
    return { exitCode: 0, ...(await execute(program, args, { cwd: folder })) }
  } catch (cause) {
    const { code, stderr = "", stdout = "" } = Object(cause)
    if (typeof code !== "number") throw cause
    return { exitCode: code, stdout, stderr }
  }
}

/** Runs a program to its end and gives what it has printed; rejects with that when it fails. */
export const run = async (program: string, args: ReadonlyArray<string>, folder: string): Promise<string> => {
  const { exitCode, stderr, stdout } = await ended(program, args, folder)
  if (exitCode === 0) return stdout
  throw new Error(`${program} ${args.join(" ")} ends with ${exitCode} in ${folder}:\n${stdout}${stderr}`)
}

const execute = promisify(execFile)

/** Folders of the packages, in the order in which they depend on one another. */
export const packages = ["core", "plugins", "runtime"] as const

/** The root of the repository. */
export const root = fileURLToPath(new URL("../../../../", import.meta.url))

/** Folders outside the repository where the packages are installed as by those who have only their tarballs. */
export interface Outside extends AsyncDisposable {
  /** That of an author. */
  readonly folder: string
  /** That of an operator: with other copies of the packages and of Effect. */
  readonly operator: string
}

/**
 * Builds and packs the packages by `npm run build` and `npm pack`, in a copy of the sources so that nothing built
 * earlier stands in for what is built now, and unpacks them into the `node_modules` of two folders. What they depend on
 * comes from the repository, for there may be no network: Effect as a copy of its own, as an author has it, the rest as
 * links.
 */
export const installOutside = async (): Promise<Outside> => {
  const folder = await mkdtemp(join(tmpdir(), "outside-mjolnir-"))
  const workspace = join(folder, "workspace")
  const author = join(folder, "author")
  const operator = join(folder, "operator")
  const dispose = () => rm(folder, { recursive: true, force: true })
  try {
    await copySources(workspace)
    await run("npm", ["run", "build"], workspace)
    const tarballs = await pack(workspace)
    await install(author, tarballs, ["effect"])
    await cp(join(root, "node_modules", "effect"), join(author, "node_modules", "effect"), { recursive: true })
    await install(operator, tarballs, [])
    return { folder: author, operator, [Symbol.asyncDispose]: dispose }
  } catch (cause) {
    await dispose()
    throw cause
  }
}

/** Unpacks the packages into a new folder, and links what they depend on, but for `without`. */
const install = async (folder: string, tarballs: ReadonlyArray<string>, without: ReadonlyArray<string>) => {
  const modules = join(folder, "node_modules")
  await linkDependencies(modules, without)
  for (const [index, name] of packages.entries()) await unpack(tarballs[index] ?? "", join(modules, "@mjolnir", name))
  await linkCommands(modules)
}

const copySources = async (workspace: string) => {
  for (const name of ["package.json", "tsconfig.base.json", "LICENSE", "packages/runtime/scripts"]) {
    await cp(join(root, name), join(workspace, name), { recursive: true })
  }
  for (const name of packages) {
    for (const part of ["package.json", "tsconfig.json", "src"]) {
      const path = join("packages", name, part)
      await cp(join(root, path), join(workspace, path), { recursive: true })
    }
  }
  const modules = join(workspace, "node_modules")
  await linkDependencies(modules, [])
  await symlink(join(root, "node_modules", ".bin"), join(modules, ".bin"))
  for (const name of packages) {
    await symlink(join(workspace, "packages", name), join(modules, "@mjolnir", name))
  }
}

/** Links what npm has installed for the repository, but neither commands nor `without` nor the packages themselves. */
const linkDependencies = async (modules: string, without: ReadonlyArray<string>) => {
  await mkdir(join(modules, "@mjolnir"), { recursive: true })
  for (const name of await readdir(join(root, "node_modules"))) {
    if (name.startsWith(".") || name === "@mjolnir" || without.includes(name)) continue
    await symlink(join(root, "node_modules", name), join(modules, name))
  }
}

const pack = async (workspace: string): Promise<ReadonlyArray<string>> => {
  const folders = packages.map((name) => `./packages/${name}/dist`)
  await run("npm", ["pack", ...folders, "--pack-destination", workspace], workspace)
  const tarballs = packages.map(async (name) => {
    const manifest = JSON.parse(await readFile(join(workspace, "packages", name, "dist", "package.json"), "utf8"))
    return join(workspace, `mjolnir-${name}-${manifest.version}.tgz`)
  })
  return Promise.all(tarballs)
}

/** Unpacks what `npm pack` has packed, as `npm install` does. */
export const unpack = async (tarball: string, folder: string): Promise<void> => {
  await mkdir(folder, { recursive: true })
  await run("tar", ["-xzf", tarball, "--strip-components=1"], folder)
}

/** The commands that an author's scripts call, as npm links them. */
const linkCommands = async (modules: string) => {
  await mkdir(join(modules, ".bin"))
  for (const name of ["node", "tsc", "vitest"]) {
    await symlink(join(root, "node_modules", ".bin", name), join(modules, ".bin", name))
  }
  await symlink("../@mjolnir/runtime/mjolnir.js", join(modules, ".bin", "mjolnir"))
}
