import { existsSync, readdirSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { gunzipSync } from "node:zlib"

/** The folder of recorded data that lies beside the repository, for those who have it. */
const shared = fileURLToPath(new URL("../../../../../shared/", import.meta.url))

/** True when this folder of recorded data is there. */
export const hasShared = (folder: string): boolean => existsSync(`${shared}${folder}`)

/** The names of the files in a folder of recorded data; none where there is no such folder. */
export const sharedFiles = (folder: string): ReadonlyArray<string> =>
  hasShared(folder) ? readdirSync(`${shared}${folder}`) : []

/** The lines of a recorded file, which may be zipped. */
export const readShared = (path: string): ReadonlyArray<string> => readLines(`${shared}${path}`)

/** The lines of a file that are not empty; unzipped when its name ends in `.gz`. */
export const readLines = (path: string): ReadonlyArray<string> => {
  const bytes = readFileSync(path)
  const text = path.endsWith(".gz") ? gunzipSync(bytes).toString() : bytes.toString()
  return text.split("\n").filter((line) => line !== "")
}

/** The cells of a recorded table of comma-separated values, without its head. */
export const readSharedTable = (path: string): ReadonlyArray<ReadonlyArray<string>> =>
  readShared(path)
    .slice(1)
    .map((line) => line.split(","))
