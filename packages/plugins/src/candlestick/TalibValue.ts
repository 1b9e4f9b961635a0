/** What a function of TA-Lib returns when its pattern is there: positive for bullish, negative for bearish. */
export type TalibValue = -200 | -100 | -80 | 80 | 100 | 200
