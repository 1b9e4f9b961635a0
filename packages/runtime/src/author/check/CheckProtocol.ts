import { counted } from "../../output/plural.ts"
import type { PluginLost } from "../task/PluginLost.ts"
import type { BegunCase, CaseReport, CheckEvent } from "./CaseReport.ts"

/** What came of an examination. */
export interface CheckResult {
  readonly plugin: string
  readonly version: string
  readonly cases: ReadonlyArray<CaseReport>
  /** Cases that were not reached. */
  readonly untried: number
  readonly seconds: number
}

/** Gathers what the process of a task tells of an examination. */
export class CheckProtocol {
  #plugin = ""
  #version = ""
  #expected = 0
  readonly #cases: Array<CaseReport> = []
  #begun: BegunCase | undefined

  /** How far it has come, in words. */
  get progress(): string {
    const at = this.#begun === undefined ? "" : `: ${this.#begun.part}, ${this.#begun.id} ${this.#begun.title}`
    return `${this.#cases.length} of ${counted(this.#expected, "case")}${at}`
  }

  take(event: CheckEvent): void {
    switch (event._tag) {
      case "Loaded":
        this.#plugin = event.plugin
        this.#version = event.version
        this.#expected = event.cases
        return
      case "Began":
        this.#begun = event.begun
        return
      case "Ended":
        this.#begun = undefined
        this.#cases.push(event.report)
    }
  }

  /** Fails the case that was being tried when the plugin was lost; false when there was none. */
  lose({ hint, loss, seen }: PluginLost): boolean {
    if (this.#begun === undefined) return false
    const millis = loss._tag === "Hangs" ? loss.limit : 0
    this.#cases.push({ ...this.#begun, outcome: "failed", detail: seen, hint, millis })
    this.#begun = undefined
    return true
  }

  result(seconds: number): CheckResult {
    const untried = this.#expected - this.#cases.length
    return { plugin: this.#plugin, version: this.#version, cases: this.#cases, untried, seconds }
  }
}
