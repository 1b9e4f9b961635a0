import { existsSync } from "node:fs"
import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pathToFileURL } from "node:url"

import { type Browser, chromium, type Page } from "playwright-core"

const executable = process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium"

/** Empty when there is a Chromium, else why the tests in it are skipped. */
export const chromiumMissing: string = existsSync(executable)
  ? ""
  : ` (skipped: there is no Chromium at ${executable}; CHROMIUM_PATH says where else)`

/** A page that was opened from a file, as a reader would open it. */
interface OpenedPage {
  readonly page: Page
  /** What went wrong in it so far: errors on the console and uncaught ones. */
  readonly problems: ReadonlyArray<string>
  /** The addresses that it asked for, but its own file and data within it. */
  readonly requests: ReadonlyArray<string>
}

/** How a page is looked at. */
export interface Viewport {
  readonly width: number
  readonly height: number
  readonly colorScheme: "light" | "dark"
}

/** A headless Chromium that opens pages. */
export interface PageBrowser extends AsyncDisposable {
  /** Writes the page to a file and opens it. */
  readonly open: (html: string, viewport?: Partial<Viewport>) => Promise<OpenedPage>
  /** Closes all pages that are open. */
  readonly closePages: () => Promise<void>
}

/** Starts a Chromium of its own; dispose of it in the end. */
export const startBrowser = async (): Promise<PageBrowser> => {
  const folder = await mkdtemp(join(tmpdir(), "mjolnir-page-"))
  const browser = await chromium.launch({ executablePath: executable, args })
  let opened = 0
  return {
    open: async (html, viewport = {}) => {
      const file = join(folder, `page-${opened++}.html`)
      await writeFile(file, html)
      return openFile(browser, pathToFileURL(file).href, viewport)
    },
    closePages: async () => {
      for (const context of browser.contexts()) await context.close()
    },
    [Symbol.asyncDispose]: async () => {
      await browser.close()
      await rm(folder, { recursive: true, force: true })
    }
  }
}

const openFile = async (browser: Browser, address: string, viewport: Partial<Viewport>): Promise<OpenedPage> => {
  const { colorScheme = "dark", height = 900, width = 1_440 } = viewport
  const context = await browser.newContext({ viewport: { width, height }, colorScheme })
  const page = await context.newPage()
  const problems: Array<string> = []
  const requests: Array<string> = []
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") problems.push(message.text())
  })
  page.on("pageerror", (error) => problems.push(error.message))
  page.on("request", (request) => {
    const url = request.url()
    if (url !== address && !url.startsWith("data:")) requests.push(url)
  })
  await page.goto(address)
  await page.waitForSelector("#chart canvas", { state: "attached" })
  return { page, problems, requests }
}

const args = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync"
]
