/** How the pod lives and dies: probes, privileges, memory, shutdown. */
import { assert, describe, it } from "@effect/vitest"

import { mebibytes, millicores } from "./support/quantity.ts"
import { sources } from "./support/sources.ts"

/** What the service promises to need at most between SIGTERM and its end. */
const drainSeconds = 5
/** The share of the memory limit that the JavaScript heap may take. */
const heapShare = 0.75

const live = sources.filter((source) => !source.skipped)

for (const { name, manifests } of live) {
  describe(`the pod of ${name}`, () => {
    it("asks three different questions: started, ready, alive", () => {
      const { startupProbe, readinessProbe, livenessProbe } = manifests().container()
      assert.deepStrictEqual(startupProbe.httpGet, { path: "/startup", port: "http" })
      assert.deepStrictEqual(readinessProbe.httpGet, { path: "/ready", port: "http" })
      assert.deepStrictEqual(livenessProbe.httpGet, { path: "/health", port: "http" })
    })

    it("gives a slow answer less time than passes between two probes", () => {
      const { startupProbe, readinessProbe, livenessProbe } = manifests().container()
      for (const probe of [startupProbe, readinessProbe, livenessProbe]) {
        assert.isAtMost(probe.timeoutSeconds, probe.periodSeconds)
      }
    })

    it("is taken out of service before it is restarted", () => {
      const { readinessProbe, livenessProbe } = manifests().container()
      assert.isBelow(
        readinessProbe.periodSeconds * readinessProbe.failureThreshold,
        livenessProbe.periodSeconds * livenessProbe.failureThreshold
      )
    })

    it("runs as user 10001 under the default seccomp profile", () => {
      assert.deepStrictEqual(manifests().pod().securityContext, {
        runAsNonRoot: true,
        runAsUser: 10_001,
        runAsGroup: 10_001,
        fsGroup: 10_001,
        seccompProfile: { type: "RuntimeDefault" }
      })
    })

    it("has a read-only root, no capability and no way to more privileges", () => {
      assert.deepStrictEqual(manifests().container().securityContext, {
        readOnlyRootFilesystem: true,
        allowPrivilegeEscalation: false,
        capabilities: { drop: ["ALL"] }
      })
    })

    it("may write to /tmp alone, and only so much", () => {
      assert.deepStrictEqual(manifests().container().volumeMounts, [{ name: "tmp", mountPath: "/tmp" }])
      const [volume, ...more] = manifests().pod().volumes
      assert.isEmpty(more)
      assert.strictEqual(volume?.name, "tmp")
      assert.isAbove(mebibytes(volume?.emptyDir?.sizeLimit ?? ""), 0)
    })

    it("is spared the variables that neighbouring Services would set", () => {
      assert.isFalse(manifests().pod().enableServiceLinks)
    })

    it("gives the heap 75 % of the memory limit", () => {
      const { env, resources } = manifests().container()
      const options = env.find((entry) => entry.name === "NODE_OPTIONS")?.value
      const heap = Math.floor(mebibytes(resources.limits.memory) * heapShare)
      assert.strictEqual(options, `--max-old-space-size=${heap}`)
    })

    it("requests no more than its limits, and all of its memory", () => {
      const { requests, limits } = manifests().container().resources
      assert.isAtMost(millicores(requests.cpu), millicores(limits.cpu))
      assert.strictEqual(requests.memory, limits.memory)
    })

    it("waits and drains well inside the grace period, and waits without a shell", () => {
      const { command } = manifests().container().lifecycle.preStop.exec
      const [program, flag, script] = command
      assert.deepStrictEqual([program, flag, command.length], ["node", "-e", 3])
      const milliseconds = Number(/^setTimeout\(\(\)=>\{\},(\d+)\)$/.exec(script ?? "")?.[1])
      assert.isAbove(milliseconds, 0)
      assert.isBelow(milliseconds / 1000 + drainSeconds, manifests().pod().terminationGracePeriodSeconds)
    })
  })
}

const rendered = (overlay: "development" | "production") => live.find((source) => source.overlay === overlay)
const development = rendered("development")
const production = rendered("production")

if (development !== undefined && production !== undefined) {
  describe("the overlays beside each other", () => {
    it("give production more than development", () => {
      const less = development.manifests().container().resources
      const more = production.manifests().container().resources
      for (const side of ["requests", "limits"] as const) {
        assert.isBelow(millicores(less[side].cpu), millicores(more[side].cpu), side)
        assert.isBelow(mebibytes(less[side].memory), mebibytes(more[side].memory), side)
      }
    })
  })
}
