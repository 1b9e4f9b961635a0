import type { Reporter, TestCase, TestModule } from "vitest/node"

/**
 * Ends a test run with the tests that were skipped, whose names say why, and one line that counts them all.
 */
export class TestSummary implements Reporter {
  onTestRunEnd(modules: ReadonlyArray<TestModule>, errors: ReadonlyArray<unknown>): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const inState = (state: ReturnType<TestCase["result"]>["state"]) =>
      tests.filter((test) => test.result().state === state)
    const skipped = inState("skipped")
    for (const test of skipped) console.log(`skipped: ${test.fullName}`)
    const brokenModules = modules.filter((module) => module.errors().length > 0).length
    const failed = inState("failed").length + brokenModules + errors.length
    console.log(`\n${inState("passed").length} passed, ${failed} failed, ${skipped.length} skipped`)
  }
}
