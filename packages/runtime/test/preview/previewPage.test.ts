import { afterAll, afterEach, assert, beforeAll, describe, it } from "@effect/vitest"
import type { Page } from "playwright-core"

import type { PreviewData } from "../../src/preview/PreviewData.ts"
import { previewPage } from "../../src/preview/previewPage.ts"
import { chromiumMissing, type PageBrowser, startBrowser, type Viewport } from "./browser.ts"
import { sampleCandles, sampleDetection, samplePreview, timeOf } from "./samplePreview.ts"

describe("previewPage", () => {
  it("carries the notice of the chart library", () => {
    const html = previewPage(samplePreview())
    assert.include(html, "TradingView Lightweight Charts™, Copyright (c) TradingView, Inc.")
    assert.include(html, "https://www.apache.org/licenses/LICENSE-2.0")
  })

  it("has the same text for the same data", () => {
    assert.strictEqual(previewPage(samplePreview()), previewPage(samplePreview()))
  })

  it("ends no script early, whatever the data say", () => {
    const plain = previewPage(samplePreview())
    const hostile = previewPage(samplePreview({ source: "</script><script>alert(1)</script><!--<script>" }))
    const scripts = (html: string) => html.match(/<\/?script/gi)?.length
    assert.strictEqual(scripts(hostile), scripts(plain))
  })

  it("takes settings that JSON has no numbers for", () => {
    const { detector } = samplePreview()
    assert.include(previewPage(samplePreview({ detector: { ...detector, params: { shares: 10n } } })), '"shares":"10"')
  })
})

describe.skipIf(chromiumMissing !== "")(`the preview page in a browser${chromiumMissing}`, () => {
  let browser: PageBrowser
  beforeAll(async () => {
    browser = await startBrowser()
  }, 60_000)
  afterEach(() => browser.closePages())
  afterAll(() => browser[Symbol.asyncDispose]())

  const open = async (changes: Partial<PreviewData> = {}, viewport: Partial<Viewport> = {}) =>
    browser.open(previewPage(samplePreview(changes)), viewport)

  it("opens from a file without an error and without asking for anything else", async () => {
    const { page, problems, requests } = await open()
    await page.locator("#detections .finding").first().click()
    await page.keyboard.press("ArrowLeft")
    assert.deepStrictEqual(problems, [])
    assert.deepStrictEqual(requests, [])
  })

  it("says which detector looked at what", async () => {
    const { page } = await open()
    const head = await page.locator(".top").innerText()
    for (const text of ["double-top@1.0.0", "Finds two level peaks.", "ACME", "1m", "60", "3"])
      assert.include(head, text)
    await page.getByRole("button", { name: "Settings" }).click()
    assert.include(await page.locator("#settings").innerText(), '"tolerance": 0.004')
  })

  it("lists the detections in the order in which they were known", async () => {
    const { page } = await open()
    assert.deepStrictEqual(await rows(page, "detections"), [
      "DOUBLE_TOP, bearish, 2024-03-04 14:42 confidence 0.75",
      "DOUBLE_TOP, bearish, 2024-03-04 15:00 confidence 0.75",
      "RISING_SUPPORT, bullish, 2024-03-04 15:15 confidence 0.50"
    ])
  })

  it("shows the rule scores, their sum, the times and the metadata of a detection that is clicked", async () => {
    const { page } = await open()
    await page.locator("#detections .finding").nth(1).click()
    const card = await cardText(page)
    for (const text of [
      "peaks are level 0.001 against 0.004 0.50",
      "volume fades 0.8 against 1 0.25",
      "Sum 0.75",
      "Trigger 2024-03-04 15:00 at 101.50",
      "Confirmed at the close of 2024-03-04 15:03, 3 candles later",
      "depth 0.0125"
    ]) {
      assert.include(card, text)
    }
  })

  it("draws the annotations of the detection that is clicked, and no others", async () => {
    const { page } = await open()
    assert.strictEqual(await annotationPixels(page), 0)
    await page.locator("#detections .finding").nth(1).click()
    await page.waitForFunction(annotationPixelCount)
    await page.keyboard.press("Escape")
    await page.waitForFunction(`${annotationPixelCount} === 0`)
  })

  it("shows the card of the detection whose marker is under the pointer", async () => {
    const { page } = await open()
    await hoverMarker(page, 45)
    assert.include(await page.locator("#hover-card").innerText(), "RISING_SUPPORT")
    await page.mouse.move(5, 5)
    await page.locator("#hover-card").waitFor({ state: "hidden" })
  })

  it("chooses the detection whose marker is clicked", async () => {
    const { page } = await open()
    await hoverMarker(page, 45)
    await page.mouse.down()
    await page.mouse.up()
    await page.locator("#card", { hasText: "RISING_SUPPORT" }).waitFor()
  })

  it("shows a detection from the candle on that confirms it, not from its trigger on", async () => {
    const { page } = await open()
    await page.locator("#slider").fill("32")
    assert.lengthOf(await rows(page, "detections"), 1)
    assert.include(await page.locator("#position").innerText(), "1 of 3 detections known")
    await page.keyboard.press("ArrowRight")
    assert.lengthOf(await rows(page, "detections"), 2)
    assert.include(await cardText(page), "DOUBLE_TOP")
    await page.keyboard.press("ArrowLeft")
    assert.lengthOf(await rows(page, "detections"), 1)
    assert.notInclude(await cardText(page), "DOUBLE_TOP")
  })

  it("steps with the keys", async () => {
    const { page } = await open()
    const position = () => page.locator("#position b").first().innerText()
    await page.keyboard.press("Home")
    assert.strictEqual(await position(), "1")
    await page.keyboard.press("Shift+ArrowRight")
    assert.strictEqual(await position(), "11")
    await page.keyboard.press("ArrowLeft")
    assert.strictEqual(await position(), "10")
    await page.keyboard.press("End")
    assert.strictEqual(await position(), "60")
  })

  it("plays until it is paused", async () => {
    const { page } = await open()
    await page.locator("#speed").selectOption("20")
    await page.locator("h1").click()
    await page.keyboard.press("Space")
    await page.waitForFunction(`Number(document.querySelector("#position b").textContent) === 4`)
    await page.keyboard.press("Space")
    assert.strictEqual(await page.locator("#play").getAttribute("aria-label"), "Play")
  })

  it("goes from finding to finding with the keys", async () => {
    const { page } = await open()
    await page.keyboard.press("ArrowDown")
    assert.include(await cardText(page), "2024-03-04 14:42")
    await page.keyboard.press("ArrowDown")
    assert.include(await cardText(page), "2024-03-04 15:00")
    await page.keyboard.press("ArrowUp")
    assert.include(await cardText(page), "2024-03-04 14:42")
  })

  it("tells which rules kept a near miss from being a match", async () => {
    const { page } = await open()
    await page.getByRole("tab", { name: "Near misses" }).click()
    assert.deepStrictEqual(await rows(page, "near-misses"), ["DOUBLE_TOP, near miss, 2024-03-04 14:55 1 of 2 rules"])
    await page.locator("#near-misses .finding").click()
    assert.include(await cardText(page), "peaks are level broken 0.009 against 0.004 0.00")
  })

  it("lists one pattern alone when it is asked to", async () => {
    const { page } = await open()
    await page.locator("#pattern").selectOption("RISING_SUPPORT")
    assert.lengthOf(await rows(page, "detections"), 1)
  })

  it("warns when the scores do not sum to the confidence", async () => {
    const { page } = await open({ detections: [sampleDetection(20, 20, { confidence: 0.9 })] })
    await page.locator("#detections .finding").click()
    assert.include(await cardText(page), "The scores sum to 0.75, not to the confidence of 0.9.")
  })

  it("says that nothing was found", async () => {
    const { page, problems } = await open({ detections: [] })
    assert.include(await page.locator("#detections-note").innerText(), "double-top found none in 60 candles")
    assert.deepStrictEqual(problems, [])
  })

  it("says that there are no candles", async () => {
    const { page, problems } = await open({ candles: [], detections: [], nearMisses: [] })
    assert.include(await page.locator("#detections-note").innerText(), "There are no candles")
    await page.keyboard.press("ArrowRight")
    assert.deepStrictEqual(problems, [])
  })

  it("shows hostile words as they are and runs none of them", async () => {
    const words = `</script><img src=x onerror="window.harmed=1"><script>window.harmed=1</script>"'&lt;`
    const { page, problems } = await open({
      detector: {
        name: words,
        version: words,
        summary: words,
        emits: [words, "OTHER"],
        params: { [words]: words },
        history: 30,
        warmUp: 5
      },
      symbol: words,
      source: words,
      detections: [
        sampleDetection(20, 20, {
          pattern: words,
          metadata: { [words]: words },
          annotations: [{ kind: "point", label: words, at: timeOf(20), price: 100 }],
          explanation: [{ rule: words, value: 1, threshold: 1, score: 0.75 }]
        })
      ],
      nearMisses: [{ time: timeOf(30), nearMiss: { pattern: words, rules: [], broken: [words] } }]
    })
    await page.locator("#detections .finding").click()
    assert.strictEqual(await page.evaluate(`typeof window.harmed`), "undefined")
    assert.strictEqual(await page.locator("#card h2").evaluate((title) => title.firstChild?.textContent), words)
    assert.include(await page.title(), words)
    assert.strictEqual(await page.locator("img").count(), 0)
    assert.deepStrictEqual(problems, [])
  })

  it("writes days as dates", async () => {
    const minutesPerDay = 1_440
    const candles = sampleCandles(60, (index) => ({ time: timeOf(index * minutesPerDay) }))
    const { page } = await open({ interval: "1d", candles, detections: [], nearMisses: [] })
    assert.match(await page.locator("#readout time").innerText(), /^2024-05-02$/)
  })

  it("writes as many decimals as the prices of pennies have", async () => {
    const candles = sampleCandles(60, () => ({ open: 0.0012, high: 0.00135, low: 0.0011, close: 0.00125 }))
    const { page } = await open({ candles, detections: [] })
    assert.include(await page.locator("#readout").innerText(), "0.00120")
  })

  it("is dark or light as the reader's system is", async () => {
    const background = async (colorScheme: "light" | "dark") => {
      const { page } = await open({}, { colorScheme })
      return page.evaluate(`getComputedStyle(document.body).backgroundColor`)
    }
    assert.notStrictEqual(await background("light"), await background("dark"))
  })

  it("lets fifty thousand candles be stepped through", async () => {
    const detections = Array.from({ length: 1_000 }, (_, index) => sampleDetection(index * 50 + 20, index * 50 + 20))
    const { page, problems } = await open({ candles: sampleCandles(50_000), detections })
    await page.locator("#slider").fill("25000")
    await page.keyboard.press("ArrowLeft")
    assert.include(await page.locator("#position").innerText(), "Candle 25,000 of 50,000")
    assert.lengthOf(await rows(page, "detections"), 500)
    assert.deepStrictEqual(problems, [])
  })
})

/** The rows of a list that are not hidden, in words. */
const rows = async (page: Page, list: "detections" | "near-misses"): Promise<ReadonlyArray<string>> => {
  const texts = await page.locator(`#${list} li:not([hidden])`).allTextContents()
  return texts.map((text) => text.replace(/^[▲▼◆○]/, "").replace(/(\d\d:\d\d)/, "$1 "))
}

const cardText = async (page: Page): Promise<string> =>
  (await page.locator("#card").innerText()).replaceAll(/\s+/g, " ").trim()

/** How many pixels of the chart have the colour of annotations in the dark. */
const annotationPixelCount = `[...document.querySelectorAll("#chart canvas")].reduce((count, canvas) => {
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height)
  for (let at = 0; at < data.length; at += 4) if (data[at] === 240 && data[at + 1] === 221 && data[at + 2] === 120) count++
  return count
}, 0)`

const annotationPixels = (page: Page): Promise<unknown> => page.evaluate(annotationPixelCount)

/** Moves the pointer over the chart, near that candle, until it is on a marker. All sixty candles are in view. */
const hoverMarker = async (page: Page, candle: number): Promise<void> => {
  const box = await page.locator("#chart").boundingBox()
  if (box === null) throw new Error("The chart is not on the page.")
  const plotWidth = box.width - 74
  for (let y = 20; y < box.height - 60; y += 12) {
    for (const nudge of [-5, 5]) {
      await page.mouse.move(box.x + ((candle + 1.5) / 63) * plotWidth + nudge, box.y + y)
      if (await page.locator("#hover-card").isVisible()) return
    }
  }
  throw new Error(`No marker is near candle ${candle}.`)
}
