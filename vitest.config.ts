import { availableParallelism } from "node:os"

import { defineConfig } from "vitest/config"

import { TestSummary } from "./packages/runtime/scripts/TestSummary.ts"

export default defineConfig({
  test: {
    include: ["packages/*/test/**/*.test.ts", "deploy/test/**/*.test.ts"],
    reporters: ["default", new TestSummary()],
    testTimeout: 20_000,
    // One more than Vitest takes: many tests wait for a process or a socket.
    maxWorkers: Math.max(2, availableParallelism())
  }
})
