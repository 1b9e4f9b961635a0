import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"

import { delivering, idsOf } from "../delivery/delivering.ts"
import { never, refusing } from "../sinks/ScriptedSink.ts"
import { itemOf } from "../support/detections.ts"
import { byLabel } from "../support/metrics.ts"
import { pass, settled } from "../support/service.ts"
import { Answers, ScriptedScorer } from "./ScriptedScorer.ts"

const sure = { scorer: "good@1.0.0", probability: 1, model: "sure" }

/** A scorer whose answers come when the test says so. */
const asking = () => {
  const scorer = new ScriptedScorer("asked")
  const answers = new Answers()
  scorer.consult = answers.consult
  return { scorer, answers }
}

describe("a scorer that is asked", () => {
  it.effect("gives its score to the detection, behind those that it has", () => {
    const own = { scorer: "fold@1.0.0", probability: 0.25, model: "half" }
    return delivering({ scorers: [new ScriptedScorer("good")] }, function* ({ delivery, offer, out }) {
      offer(itemOf("a", "AAPL", { scores: [own] }))
      offer(itemOf("b", "MSFT"))
      yield* settled
      assert.deepStrictEqual(
        out.map(({ scores }) => scores),
        [[own, sure], [sure]]
      )
      assert.deepStrictEqual(delivery.scorers(), [
        { id: "good@1.0.0", state: "running", scores: 2, lastError: undefined }
      ])
    })
  })

  it.effect("is asked at the same time as the others", () => {
    const [one, other] = [asking(), asking()]
    return delivering({ scorers: [one.scorer, other.scorer] }, function* ({ offer, out }) {
      offer(itemOf("a"))
      yield* settled
      assert.deepStrictEqual([one.answers.open, other.answers.open], [["a"], ["a"]])
      other.answers.give("a", 0.2)
      one.answers.give("a", 0.1)
      yield* settled
      assert.deepStrictEqual(
        out[0]?.scores?.map(({ probability }) => probability),
        [0.1, 0.2]
      )
    })
  })

  it.effect("cannot change the detection", () => {
    const scorer = new ScriptedScorer("scribbler")
    scorer.consult = async (detection) => {
      Object.assign(detection, { id: "scribbled" })
      return { probability: 1, model: "sure" }
    }
    return delivering({ scorers: [scorer] }, function* ({ offer, out }) {
      offer(itemOf("a"))
      yield* settled
      assert.deepStrictEqual(idsOf(out), ["a"])
    })
  })

  it.effect("is closed at the end", () => {
    const scorer = new ScriptedScorer("good")
    return delivering({ scorers: [scorer] }, function* ({ stop }) {
      yield* stop
      assert.strictEqual(scorer.closes, 1)
    })
  })
})

describe("a detection goes out without the score of a scorer that", () => {
  const goesOutWithout = (
    scorer: ScriptedScorer,
    reason: string,
    message: string | undefined,
    duration: "0 millis" | "500 millis" = "0 millis"
  ) =>
    delivering({ scorers: [scorer, new ScriptedScorer("good")] }, function* ({ delivery, metrics, offer, out }) {
      offer(itemOf("a"))
      yield* pass(duration)
      assert.deepStrictEqual(
        out.map(({ scores }) => scores),
        [[sure]]
      )
      assert.deepStrictEqual(byLabel(metrics, "scorer_failures_total", "reason"), { [reason]: 1 })
      assert.deepStrictEqual(byLabel(metrics, "scorer_failures_total", "scorer"), { "bad@1.0.0": 1 })
      assert.strictEqual(delivery.scorers()[0]?.lastError, message)
    })

  it.effect("fails", () => {
    const scorer = new ScriptedScorer("bad")
    scorer.consult = refusing("no such model")
    return goesOutWithout(scorer, "failed", "no such model")
  })

  it.effect("throws at once", () => {
    const scorer = new ScriptedScorer("bad")
    scorer.consult = () => {
      throw new Error("not even a promise")
    }
    return goesOutWithout(scorer, "failed", "not even a promise")
  })

  it.effect("gives a judgement that throws when one looks at it", () => {
    const scorer = new ScriptedScorer("bad")
    scorer.consult = async () => ({
      get probability() {
        return assert.fail("do not look")
      }
    })
    return goesOutWithout(scorer, "failed", "do not look")
  })

  it.effect("takes longer than half a second", () => {
    const scorer = new ScriptedScorer("bad")
    scorer.consult = never
    return goesOutWithout(scorer, "late", "a judgement took longer than 500ms", "500 millis").pipe(
      Effect.andThen(Effect.sync(() => assert.strictEqual(scorer.stopped, 1)))
    )
  })

  it.effect("is not up yet", () => {
    const scorer = new ScriptedScorer("bad")
    scorer.opening = never
    return goesOutWithout(scorer, "opening", undefined)
  })

  const nonsense: ReadonlyArray<readonly [what: string, judgement: unknown]> = [
    ["says nothing", undefined],
    ["is more than sure", { probability: 1.01, model: "m" }],
    ["is less than unsure", { probability: -0.01, model: "m" }],
    ["says no number", { probability: Number.NaN, model: "m" }],
    ["says a text", { probability: "1", model: "m" }],
    ["names no model", { probability: 1 }],
    ["names a model that is no text", { probability: 1, model: 4 }]
  ]
  for (const [what, judgement] of nonsense) {
    it.effect(what, () => {
      const scorer = new ScriptedScorer("bad")
      scorer.consult = async () => judgement
      const message = "its judgement is not a probability from 0 to 1 and the name of a model"
      return goesOutWithout(scorer, "invalid", message)
    })
  }
})

describe("the judgements on detections", () => {
  it.effect("do not change the order of those of a symbol, whenever they come", () => {
    const { answers, scorer } = asking()
    return delivering({ scorers: [scorer] }, function* ({ delivery, offer, out }) {
      for (const id of ["a", "b", "c"]) offer(itemOf(id))
      yield* settled
      assert.deepStrictEqual([answers.open, delivery.size()], [["a"], 3])
      for (const id of ["a", "b", "c"]) {
        answers.give(id)
        yield* settled
      }
      assert.deepStrictEqual([idsOf(out), delivery.size()], [["a", "b", "c"], 0])
    })
  })

  it.effect("do not hold up other symbols", () => {
    const { answers, scorer } = asking()
    return delivering({ scorers: [scorer] }, function* ({ offer, out }) {
      offer(itemOf("a", "AAPL"))
      offer(itemOf("b", "MSFT"))
      yield* settled
      answers.give("b")
      yield* settled
      assert.deepStrictEqual(idsOf(out), ["b"])
    })
  })

  it.effect("are asked for on sixteen detections at once, the others in their order", () => {
    const { answers, scorer } = asking()
    return delivering({ scorers: [scorer] }, function* ({ delivery, metrics, offer, out }) {
      const ids = Array.from({ length: 20 }, (_, index) => `d${index}`)
      for (const id of ids) offer(itemOf(id, id))
      yield* settled
      assert.deepStrictEqual(answers.open, ids.slice(0, 16))
      assert.deepStrictEqual([delivery.size(), metrics.total("consultations_waiting")], [20, 20])
      answers.give("d3")
      yield* settled
      assert.deepStrictEqual(answers.open, [...ids.slice(0, 3), ...ids.slice(4, 17)])
      assert.deepStrictEqual(idsOf(out), ["d3"])
    })
  })

  it.effect("are not waited for by the oldest of more than 1024 detections, and nothing is lost", () => {
    const { answers, scorer } = asking()
    return delivering({ scorers: [scorer] }, function* ({ delivery, metrics, offer, out }) {
      const ids = Array.from({ length: 1_027 }, (_, index) => `d${index}`)
      for (const [index, id] of ids.entries()) offer(itemOf(id, `S${index % 2}`))
      yield* settled
      assert.deepStrictEqual(idsOf(out), ["d0", "d1", "d2"])
      assert.strictEqual(delivery.size(), 1_024)
      assert.deepStrictEqual(byLabel(metrics, "scorer_failures_total", "reason"), { overload: 3 })
      assert.deepStrictEqual(
        out.map(({ scores }) => scores),
        [undefined, undefined, undefined]
      )
      assert.includeMembers([...answers.open], ["d3", "d4"])
    })
  })

  it.effect("are asked for on sixteen detections at once also when one goes out before its turn", () => {
    const { answers, scorer } = asking()
    return delivering({ scorers: [scorer] }, function* ({ offer, out }) {
      const symbols = Array.from({ length: 20 }, (_, index) => `S${index}`)
      for (const symbol of ["S0", ...symbols]) offer(itemOf(symbol, symbol))
      yield* settled
      // The second of S0 is now the oldest of all, and behind the others that wait for room.
      answers.give("S0")
      yield* settled
      for (let index = 0; index < 1_005; index++) offer(itemOf(`more${index}`, "S0"))
      yield* settled
      assert.deepStrictEqual(idsOf(out), ["S0", "S0"])
      assert.lengthOf(answers.open, 16)
    })
  })

  it.effect("are not waited for by a service that stops", () => {
    const { scorer } = asking()
    return delivering({ scorers: [scorer] }, function* ({ delivery, metrics, offer, out }) {
      for (const [id, symbol] of [
        ["a", "AAPL"],
        ["b", "AAPL"],
        ["c", "MSFT"]
      ])
        offer(itemOf(id ?? "", symbol))
      yield* settled
      delivery.hurry()
      offer(itemOf("d"))
      assert.deepStrictEqual([idsOf(out), delivery.size()], [["a", "b", "c", "d"], 0])
      yield* settled
      assert.deepStrictEqual(scorer.asked, ["a", "c"])
      assert.strictEqual(scorer.stopped, 2)
      assert.deepStrictEqual(byLabel(metrics, "scorer_failures_total", "reason"), { shutdown: 4 })
    })
  })

  it.effect("that come too late change nothing any more", () => {
    const { answers, scorer } = asking()
    return delivering({ scorers: [scorer] }, function* ({ offer, out }) {
      offer(itemOf("a"))
      yield* pass("500 millis")
      answers.give("a")
      yield* settled
      assert.deepStrictEqual(
        out.map(({ id, scores }) => [id, scores]),
        [["a", undefined]]
      )
    })
  })
})

describe("a scorer that keeps failing", () => {
  const dead = () => {
    const scorer = new ScriptedScorer("dead")
    scorer.consult = never
    return scorer
  }

  /** Offers a detection and gives it the time of one budget. */
  const offered = (offer: (item: ReturnType<typeof itemOf>) => void, id: string) =>
    Effect.andThen(
      Effect.sync(() => offer(itemOf(id))),
      pass("500 millis")
    )

  it.effect("is not asked for thirty seconds after five failures, and then adds nothing to a detection", () => {
    const scorer = dead()
    return delivering({ scorers: [scorer] }, function* ({ metrics, offer, out }) {
      for (let index = 0; index < 5; index++) yield* offered(offer, `d${index}`)
      offer(itemOf("quick"))
      yield* settled
      assert.strictEqual(out.at(-1)?.id, "quick")
      assert.lengthOf(scorer.asked, 5)
      assert.deepStrictEqual(byLabel(metrics, "scorer_failures_total", "reason"), { late: 5, skipped: 1 })
    })
  })

  it.effect("is asked once after that, and again by all when it answers", () => {
    const scorer = dead()
    return delivering({ scorers: [scorer] }, function* ({ log, offer, out }) {
      for (let index = 0; index < 5; index++) yield* offered(offer, `d${index}`)
      yield* pass("30 seconds")
      scorer.consult = async () => ({ probability: 1, model: "sure" })
      for (const symbol of ["AAPL", "MSFT"]) offer(itemOf(symbol, symbol))
      yield* settled
      offer(itemOf("later"))
      yield* settled
      assert.deepStrictEqual(
        out
          .slice(5)
          .map(({ id, scores = [] }) => [id, scores.length])
          .sort(),
        [
          ["AAPL", 1],
          ["MSFT", 0],
          ["later", 1]
        ]
      )
      assert.deepStrictEqual(log, [
        { level: "Warn", text: "The scorer dead@1.0.0 fails: a judgement took longer than 500ms" },
        { level: "Info", text: "The scorer dead@1.0.0 works again" }
      ])
    })
  })

  it.effect("is asked again when the detection of the probe could not wait for the answer", () => {
    const scorer = dead()
    return delivering({ scorers: [scorer] }, function* ({ offer }) {
      for (let index = 0; index < 5; index++) yield* offered(offer, `d${index}`)
      yield* pass("30 seconds")
      for (let index = 0; index < 1_025; index++) offer(itemOf(`probe${index}`))
      yield* settled
      assert.deepStrictEqual(scorer.asked.slice(5), ["probe0", "probe1"])
    })
  })

  it.effect("and never ends its calls is asked no more when sixteen of them go on", () => {
    const scorer = dead()
    return delivering({ scorers: [scorer] }, function* ({ delivery, offer }) {
      for (let index = 0; index < 40; index++) {
        yield* offered(offer, `d${index}`)
        yield* pass("31 seconds")
      }
      assert.lengthOf(scorer.asked, 16)
      assert.strictEqual(delivery.scorers()[0]?.lastError, "16 of its calls go on though they were told to stop")
    })
  })

  it.effect("costs the other scorers nothing", () => {
    const scorers = [dead(), new ScriptedScorer("good")]
    return delivering({ scorers }, function* ({ offer, out }) {
      for (let index = 0; index < 8; index++) yield* offered(offer, `d${index}`)
      assert.deepStrictEqual(
        out.map(({ scores }) => scores),
        Array.from({ length: 8 }, () => [sure])
      )
    })
  })
})
