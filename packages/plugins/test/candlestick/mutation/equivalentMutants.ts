/** Mistakes that change nothing, as the rest of the rule implies what was altered; each with why it does. */
export const equivalentMutants: ReadonlyArray<{
  readonly pattern: string
  readonly why: string
  readonly mistakes: ReadonlyArray<string>
}> = [
  ...["CDLHIGHWAVE", "CDLLONGLINE", "CDLMARUBOZU", "CDLSHORTLINE", "CDLSPINNINGTOP"].map((pattern) => ({
    pattern,
    why: "the form of white candles comes first and asks for the same",
    mistakes: ["1: candle 0 any"]
  })),
  ...["CDLHARAMI", "CDLHARAMICROSS"].map((pattern) => ({
    pattern,
    why: "the forms that begin black come first and ask for the same",
    mistakes: ["2: candle 0 any", "3: candle 0 any"]
  })),
  {
    pattern: "CDL3OUTSIDE",
    why: "a body that reaches beyond both ends of one of the other colour, from this to that end, has its colour",
    mistakes: ["0: candle 1 any", "1: candle 1 any"]
  },
  {
    pattern: "CDLHOMINGPIGEON",
    why: "open(1) > open(0) > close(0) > close(1)",
    mistakes: ["0: candle 0 any"]
  },
  {
    pattern: "CDL2CROWS",
    why: "open(2) < close(0) < close(2), close(1) < open(0) < open(1), and open(0) > close(1) > close(2) > close(0)",
    mistakes: ["0: candle 0 any", "0: candle 1 any", "0: candle 2 any"]
  },
  {
    pattern: "CDL3BLACKCROWS",
    why: "close(2) < open(1) < open(2), close(1) < open(0) < open(1), and open(0) > close(1) > close(0)",
    mistakes: ["0: candle 0 any", "0: candle 1 any", "0: candle 2 any"]
  },
  {
    pattern: "CDLUPSIDEGAP2CROWS",
    why: "open(0) > open(1) > close(1) > close(0)",
    mistakes: ["0: candle 2 any"]
  },
  {
    pattern: "CDLUPSIDEGAP2CROWS",
    why: "bottom(1) = close(1) > close(0) > close(2) = top(2)",
    mistakes: ["0: without c.gapUp(1, 2)", "0: c.gapUp(1, 2) → c.gapUp(0, 2)"]
  },
  {
    pattern: "CDLDARKCLOUDCOVER",
    why: "open(1) < close(0) < close(1), and open(0) > high(1) > close(0)",
    mistakes: ["0: candle 0 any", "0: candle 1 any"]
  },
  {
    pattern: "CDLPIERCING",
    why: "open(1) > close(0) > close(1), and open(0) < low(1) < close(0)",
    mistakes: ["0: candle 0 any", "0: candle 1 any"]
  },
  ...["CDLINNECK", "CDLTHRUSTING"].map((pattern) => ({
    pattern,
    why: "open(0) < low(1) <= close(1) <= close(0)",
    mistakes: ["0: candle 1 any"]
  })),
  {
    pattern: "CDLTASUKIGAP",
    why: "the newest open lies between open and close of the second, and the newest close beyond that open",
    mistakes: ["0: candle 1 any", "0: candle 2 any", "1: candle 1 any", "1: candle 2 any"]
  },
  {
    pattern: "CDLTASUKIGAP",
    why: "the newest close lies between the open of the second and the end of the first, and so in the gap",
    mistakes: [
      "0: without c.gapUp(1, 2)",
      "0: c.gapUp(1, 2) → c.gapUp(0, 2)",
      "1: without c.gapDown(1, 2)",
      "1: c.gapDown(1, 2) → c.gapDown(0, 2)"
    ]
  },
  {
    pattern: "CDLXSIDEGAP3METHODS",
    why: "the newest open lies in the second body and the newest close in the first, on the other side of the gap",
    mistakes: ["0: candle 2 any", "1: candle 2 any"]
  },
  {
    pattern: "CDLXSIDEGAP3METHODS",
    why: "before its lookback is over the first of its candles is not there",
    mistakes: ["lookback 1"]
  },
  {
    pattern: "CDL3LINESTRIKE",
    why: "the newest opens beyond the third close and closes beyond the first open, which is on the other side",
    mistakes: ["0: candle 3 any", "1: candle 3 any"]
  },
  {
    pattern: "CDLUNIQUE3RIVER",
    why: "open(2) >= open(1) > close(1) > close(2)",
    mistakes: ["0: candle 0 any"]
  },
  {
    pattern: "CDLBREAKAWAY",
    why: "the newest close lies between open(3) and close(4), and so in the gap",
    mistakes: ["0: without c.gapDown(3, 4)", "1: without c.gapUp(3, 4)"]
  },
  {
    pattern: "CDLSTALLEDPATTERN",
    why: "open(0) = close(0) - body(0) > close(1) - body(0) anyway, so that this condition always holds",
    mistakes: [
      "0: without c.open(0) >= c.close(1) - c.body(0) - c.near(1)",
      ...[
        "c.open(0) > c.close(1) - c.body(0) - c.near(1)",
        "c.open(0) >= c.close(0) - c.body(0) - c.near(1)",
        "c.open(0) >= c.close(2) - c.body(0) - c.near(1)",
        "c.open(0) >= c.close(1) - c.body(0) - c.near(2)"
      ].map((after) => `0: c.open(0) >= c.close(1) - c.body(0) - c.near(1) → ${after}`)
    ]
  },
  {
    pattern: "CDLRISEFALL3METHODS",
    why: "close(1) < close(2) < close(3) < high(4), and these closes are the bottoms",
    mistakes: [
      "0: without c.bottom(1) < c.high(4)",
      "0: without c.bottom(2) < c.high(4)",
      ...[
        "c.bottom(2) <= c.high(4)",
        "c.bottom(1) < c.high(4)",
        "c.bottom(3) < c.high(4)",
        "c.bottom(2) < c.high(3)"
      ].map((after) => `0: c.bottom(2) < c.high(4) → ${after}`),
      ...["c.bottom(1) <= c.high(4)", "c.bottom(2) < c.high(4)", "c.bottom(1) < c.high(3)"].map(
        (after) => `0: c.bottom(1) < c.high(4) → ${after}`
      )
    ]
  },
  {
    pattern: "CDLRISEFALL3METHODS",
    why: "close(1) > close(2) > close(3) > low(4), and these closes are the tops",
    mistakes: [
      "1: without c.top(1) > c.low(4)",
      "1: without c.top(2) > c.low(4)",
      ...["c.top(2) >= c.low(4)", "c.top(1) > c.low(4)", "c.top(3) > c.low(4)", "c.top(2) > c.low(3)"].map(
        (after) => `1: c.top(2) > c.low(4) → ${after}`
      ),
      ...["c.top(1) >= c.low(4)", "c.top(2) > c.low(4)", "c.top(1) > c.low(3)"].map(
        (after) => `1: c.top(1) > c.low(4) → ${after}`
      )
    ]
  }
]

/** The same for the patterns with a memory: a direction is 1 or -1 where these look at it. */
export const equivalentHikkakeMutants: ReadonlyArray<string> = [
  "direction > 0 → direction >= 0",
  "memory.direction > 0 → memory.direction >= 0"
]
