import { elementById } from "./element.ts"

/** The controls that choose the newest candle shown. */
export interface Stepper {
  /** Goes that many candles forward, or back. */
  readonly step: (candles: number) => void
  readonly goTo: (candle: number) => void
  readonly togglePlay: () => void
}

/** Brings the slider and its buttons to life. `go` is told each candle they come to. */
export const stepper = (count: number, go: (candle: number) => void): Stepper => {
  const slider = elementById("slider", HTMLInputElement)
  const play = elementById("play", HTMLButtonElement)
  const speed = elementById("speed", HTMLSelectElement)
  const last = Math.max(0, count - 1)
  let current = last
  let timer: ReturnType<typeof setTimeout> | undefined

  const show = () => {
    slider.value = String(current)
    slider.style.setProperty("--share", String(last === 0 ? 1 : current / last))
    play.setAttribute("aria-label", timer === undefined ? "Play" : "Pause")
    play.classList.toggle("playing", timer !== undefined)
    elementById("to-first", HTMLButtonElement).disabled = current === 0
    elementById("back", HTMLButtonElement).disabled = current === 0
    elementById("forward", HTMLButtonElement).disabled = current === last
    elementById("to-last", HTMLButtonElement).disabled = current === last
  }
  const stop = () => {
    clearTimeout(timer)
    timer = undefined
  }
  const goTo = (candle: number) => {
    const next = Math.max(0, Math.min(last, candle))
    const isNew = next !== current
    current = next
    if (current === last) stop()
    show()
    if (isNew) go(current)
  }
  const stepBy = (candles: number) => {
    stop()
    goTo(current + candles)
  }
  const playOn = () => {
    timer = setTimeout(
      () => {
        playOn()
        goTo(current + 1)
      },
      1_000 / Number(speed.value)
    )
  }
  const togglePlay = () => {
    if (timer !== undefined) stop()
    else {
      playOn()
      if (current === last) goTo(0)
    }
    show()
  }

  slider.max = String(last)
  slider.addEventListener("input", () => {
    stop()
    goTo(Number(slider.value))
  })
  play.addEventListener("click", togglePlay)
  const onClick = (id: string, candles: number) =>
    elementById(id, HTMLButtonElement).addEventListener("click", () => stepBy(candles))
  onClick("to-first", -count)
  onClick("back", -1)
  onClick("forward", 1)
  onClick("to-last", count)
  for (const control of [slider, play, speed]) control.disabled = count < 2
  show()
  return { step: stepBy, goTo: (candle) => stepBy(candle - current), togglePlay }
}
