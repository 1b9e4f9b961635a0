import { defineConfig } from "vitest/config"

import { TestSummary } from "./packages/runtime/scripts/TestSummary.ts"

export default defineConfig({
  test: {
    include: ["packages/*/test/**/*.test.ts", "deploy/test/**/*.test.ts"],
    reporters: ["default", new TestSummary()],
    testTimeout: 20_000
  }
})
