import { hash } from "node:crypto"

/** What makes a detection the one it is. */
export interface DetectionIdentity {
  readonly symbol: string
  readonly interval: string
  /** `name@version`. */
  readonly detector: string
  readonly canonicalParams: string
  readonly pattern: string
  /** Starts of the anchor candles in epoch milliseconds. */
  readonly anchors: ReadonlyArray<number>
}

/**
 * 32 hexadecimal digits that depend on the identity alone: the same candles give the same id on every replica, in a
 * replay and after a restart, so a repeated delivery can be recognised.
 */
export const detectionId = (identity: DetectionIdentity): string =>
  hash(
    "sha256",
    JSON.stringify([
      identity.symbol,
      identity.interval,
      identity.detector,
      identity.canonicalParams,
      identity.pattern,
      identity.anchors
    ])
  ).slice(0, 32)
