import { availableParallelism } from "node:os"

import { defineConfig } from "vitest/config"

import { TestSummary } from "./packages/runtime/scripts/TestSummary.ts"

export default defineConfig({
  test: {
    reporters: ["default", new TestSummary()],
    testTimeout: 20_000,
    // Two more than Vitest takes: many tests wait for a process or a socket.
    maxWorkers: availableParallelism() + 1,
    projects: [
      {
        extends: true,
        // Nothing of core and the plugins outlives a test, so that their files can share a process and what it has loaded.
        test: { name: "pure", include: ["packages/{core,plugins}/test/**/*.test.ts"], isolate: false }
      },
      {
        extends: true,
        test: { name: "runtime", include: ["packages/runtime/test/**/*.test.ts", "deploy/test/**/*.test.ts"] }
      }
    ]
  }
})
