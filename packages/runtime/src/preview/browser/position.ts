import { element, elementById } from "./element.ts"

/** Where the reader is: which candle is the newest shown, when it began, and how much was known at its close. */
export interface Position {
  readonly candle: number
  readonly candles: number
  /** Empty when there are no candles. */
  readonly time: string
  readonly known: number
  readonly detections: number
}

/** Writes the position beside the slider, and in words for those who hear it. */
export const showPosition = ({ candle, candles, detections, known, time }: Position): void => {
  const zone = time === "" ? "" : `${time} UTC`
  elementById("position", HTMLElement).replaceChildren(
    element("span", {}, "Candle ", strong(candle), ` of ${count(candles)}`),
    element("span", {}, zone),
    element("span", {}, strong(known), ` of ${count(detections)} detections known`)
  )
  const words = `candle ${candle} of ${candles}, ${zone}, ${known} of ${detections} detections known`
  elementById("slider", HTMLElement).setAttribute("aria-valuetext", words)
}

const strong = (number: number): HTMLElement => element("b", {}, count(number))

const count = (number: number): string => number.toLocaleString("en-US")
