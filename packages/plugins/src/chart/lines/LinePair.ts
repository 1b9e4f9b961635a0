import type { ChartShape } from "../frame/ChartShape.ts"
import type { ChartView } from "../frame/ChartView.ts"
import { type LinePattern, type LineShape, usualWay } from "./lineShapes.ts"
import { TurnLine } from "./TurnLine.ts"

export type LineRule = "touches" | "fit" | "height" | "usual" | "breakout"

/** The places of the five turns through which the lines go. */
export const lastTurn = 0
export const firstTurn = 4

/** The lines through the highs and through the lows of the five newest turns, fitted in place again and again. */
export class LinePair {
  readonly upper = new TurnLine()
  readonly lower = new TurnLine()

  fitUpper(view: ChartView): void {
    if (view.isTop(lastTurn)) this.upper.fit(view, 0, 3)
    else this.upper.fit(view, 1, 2)
  }

  fitLower(view: ChartView): void {
    if (view.isTop(lastTurn)) this.lower.fit(view, 1, 2)
    else this.lower.fit(view, 0, 3)
  }

  /** How far apart the lines are on average of the first turn and the last. */
  height(view: ChartView): number {
    return (this.distanceAt(view, firstTurn) + this.distanceAt(view, lastTurn)) / 2
  }

  /** How far apart the lines are at a turn. */
  distanceAt(view: ChartView, place: number): number {
    return this.upper.at(view.turnAge(place)) - this.lower.at(view.turnAge(place))
  }

  /**
   * Where price went when it came into the shape: from below the lower line upwards (1), or from above the upper line
   * downwards (-1). Where the turn before says neither, a shape that begins with a high was risen into.
   */
  came(view: ChartView): 1 | -1 {
    const before = this.#touches(view)
    const isTop = view.isTop(before)
    const beyond = view.turnPrice(before) - (isTop ? this.upper : this.lower).at(view.turnAge(before))
    if (isTop ? beyond > 0 : beyond < 0) return isTop ? -1 : 1
    return view.isTop(before - 1) ? 1 : -1
  }

  /** What is told of the shape that the lines make, which price leaves upwards or downwards as the view shows it. */
  shape(
    view: ChartView,
    { pattern, target, usual }: LineShape<LinePattern>,
    way: 1 | -1
  ): ChartShape<LinePattern, LineRule> {
    const { lower, upper } = this
    const { atr } = view
    const [left, opposite] = way === 1 ? [upper, lower] : [lower, upper]
    const widest = Math.max(this.distanceAt(view, firstTurn), this.distanceAt(view, lastTurn))
    const back = (this.#begun(view, way) - left.price) * way
    const touches = this.#touches(view)
    const isUsual = way === usualWay(usual, view.side, this.came(view))
    return {
      pattern,
      way,
      corners: [named(view, 4), named(view, 3), named(view, 2), named(view, 1), named(view, 0)],
      lines: [drawn(view, upper, view.side === 1), drawn(view, lower, view.side === -1)],
      breakoutLevel: left.price,
      height: target === "start" && back > 0 ? back : widest,
      levels: { opposite_level: opposite.price },
      figures: { touches, widest_atr: widest / atr, usual_way: isUsual },
      quality: {
        touches,
        fit: Math.max(upper.furthest, lower.furthest) / atr,
        height: this.height(view) / atr,
        usual: isUsual ? 1 : 0,
        breakout: ((view.close(0) - left.price) * way) / atr
      }
    }
  }

  /** The first turn on the side to which price goes. */
  #begun(view: ChartView, way: 1 | -1): number {
    return view.turnPrice(view.isTop(firstTurn) === (way === 1) ? firstTurn : firstTurn - 1)
  }

  /** The five turns, and how many of those before them are within an ATR of the lines as well. */
  #touches(view: ChartView): number {
    let touches = firstTurn + 1
    while (touches < view.turns) {
      const line = view.isTop(touches) ? this.upper : this.lower
      if (!(Math.abs(view.turnPrice(touches) - line.at(view.turnAge(touches))) <= view.atr)) break
      touches++
    }
    return touches
  }
}

const named = (view: ChartView, place: number) =>
  view.corner(view.isTop(place) === (view.side === 1) ? "high" : "low", place)

const drawn = (view: ChartView, line: TurnLine, isUpper: boolean) => {
  const age = view.turnAge(firstTurn)
  return {
    label: isUpper ? "upper line" : "lower line",
    from: { age, price: line.at(age) },
    to: { age: 0, price: line.price }
  }
}
