/** `2013-10-07 13:45`, with seconds when there are any. */
export const utcText = (time: number): string => (time % 60_000 === 0 ? utcMinute(time) : isoText(time).slice(0, 19))

/** `2013-10-07 13:45`: the minute that a time lies in. */
export const utcMinute = (time: number): string => isoText(time).slice(0, 16)

const isoText = (time: number): string => new Date(time).toISOString().replace("T", " ")
