/** The names, sources and selectors that the cluster and its operators rely on. */
import { assert, describe, it } from "@effect/vitest"

import { kustomization, sources } from "./support/sources.ts"

const image = "artifacts.tekuro.io/mjolnir"
const label = { app: "mjolnir-pattern-detector" }

describe.each(sources.filter((source) => source.skipped))("$name", () => {
  it.skip("holds the contract", () => {})
})

for (const { name, overlay, manifests } of sources.filter((source) => !source.skipped)) {
  const variable = (key: string) => {
    const found = manifests()
      .container()
      .env.filter((entry) => entry.name === key)
    assert.strictEqual(found.length, 1, `${key} is set once`)
    return found[0]
  }

  describe(name, () => {
    it("contains one object of each kind and creates neither the shared ConfigMap nor the Secret", () => {
      const kinds = manifests().all.map((object) => object.kind)
      assert.sameMembers(kinds, [
        "ConfigMap",
        "Deployment",
        "NetworkPolicy",
        "PodDisruptionBudget",
        "Service",
        "ServiceAccount"
      ])
    })

    it("names the Deployment, its label and its container as the specification does", () => {
      const deployment = manifests().deployment()
      assert.strictEqual(deployment.metadata.name, "mjolnir-pattern-detector")
      assert.deepInclude(deployment.metadata.labels, label)
      assert.deepInclude(deployment.spec.template.metadata.labels, label)
      assert.strictEqual(manifests().container().name, "pattern-detector")
    })

    it("offers port 8080 inside the cluster as mjolnir-pattern-detector-service", () => {
      const service = manifests().service()
      assert.strictEqual(service.metadata.name, "mjolnir-pattern-detector-service")
      assert.strictEqual(service.spec.type, "ClusterIP")
      assert.deepStrictEqual(service.spec.ports, [{ name: "http", port: 8080, targetPort: "http" }])
      assert.deepStrictEqual(manifests().container().ports, [{ name: "http", containerPort: 8080 }])
    })

    it("keeps our own settings in the ConfigMap mjolnir-config, which the pod can start without", () => {
      assert.strictEqual(manifests().configMap().metadata.name, "mjolnir-config")
      assert.deepStrictEqual(manifests().container().envFrom, [
        { configMapRef: { name: "mjolnir-config", optional: true } }
      ])
    })

    it("takes the Redis address from the existing ConfigMap and the password from the existing Secret", () => {
      for (const key of ["REDIS_HOST", "REDIS_PORT"]) {
        assert.deepStrictEqual(variable(key)?.valueFrom, { configMapKeyRef: { name: "stock-poller-config", key } })
      }
      assert.deepStrictEqual(variable("REDIS_PASSWORD")?.valueFrom, {
        secretKeyRef: { name: "redis", key: "redis-password" }
      })
    })

    it("reads the watchlist under scanner:latest", () => {
      assert.strictEqual(variable("STOCK_LIST_KEY")?.value, "scanner:latest")
    })

    it("names its environment and leaves the WebSocket address to the service", () => {
      assert.strictEqual(variable("ENVIRONMENT")?.value, overlay ?? "production")
      assert.notProperty(manifests().configMap().data, "WEBSOCKET_URL")
      const names = manifests()
        .container()
        .env.map((entry) => entry.name)
      assert.notInclude(names, "WEBSOCKET_URL")
    })

    it("logs at Debug in development and at Info everywhere else", () => {
      assert.strictEqual(manifests().configMap().data["LOG_LEVEL"], overlay === "development" ? "Debug" : "Info")
    })

    it("pulls our image with regcred, under a tag that is not latest", () => {
      const [repository, tag] = manifests().container().image.split(":")
      assert.strictEqual(repository, image)
      assert.match(tag ?? "", /^\d+\.\d+\.\d+/)
      assert.deepStrictEqual(manifests().pod().imagePullSecrets, [{ name: "regcred" }])
    })

    it("selects the pods of the Deployment by every selector", () => {
      const labels = manifests().template().metadata.labels
      const selectors = [
        manifests().deployment().spec.selector.matchLabels,
        manifests().service().spec.selector,
        manifests().budget().spec.selector.matchLabels,
        manifests().networkPolicy().spec.podSelector.matchLabels
      ]
      assert.deepInclude(labels, label)
      for (const selector of selectors) assert.deepStrictEqual(selector, label)
    })

    it("runs under its own service account, which gets no token", () => {
      assert.strictEqual(manifests().pod().serviceAccountName, manifests().serviceAccount().metadata.name)
      assert.isFalse(manifests().serviceAccount().automountServiceAccountToken)
      assert.isFalse(manifests().pod().automountServiceAccountToken)
    })

    it("runs one instance and starts the next one before the old one stops", () => {
      const { replicas, strategy } = manifests().deployment().spec
      assert.strictEqual(replicas, 1)
      assert.deepStrictEqual(strategy, { type: "RollingUpdate", rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } })
    })

    it("lets a node drain evict the only replica, be it ready or not", () => {
      const budget = manifests().budget()
      assert.strictEqual(budget.apiVersion, "policy/v1")
      assert.isUndefined(budget.spec.minAvailable)
      const needed = manifests().deployment().spec.replicas - (budget.spec.maxUnavailable ?? 0)
      assert.isAtMost(needed, 0, "with every replica needed, the drain would wait for ever")
      // The budget counts an unready pod as spent already, so that only this policy lets it go.
      assert.strictEqual(budget.spec.unhealthyPodEvictionPolicy, "AlwaysAllow")
    })

    if (overlay !== undefined) {
      it("puts every object into the namespace stock", () => {
        for (const object of manifests().all) assert.strictEqual(object.metadata.namespace, "stock", object.kind)
      })
    }
  })
}

describe("the kustomizations", () => {
  it("put the base into the namespace stock", () => {
    assert.strictEqual(kustomization("base").namespace, "stock")
  })

  it.each(["development", "production"])("build %s on the base and pin the image", (overlay) => {
    const { resources, images } = kustomization(`overlays/${overlay}`)
    assert.deepStrictEqual(resources, ["../../base"])
    assert.strictEqual(images?.[0]?.name, image)
    assert.match(images?.[0]?.digest ?? images?.[0]?.newTag ?? "", /^(\d+\.\d+\.\d+|sha256:[0-9a-f]{64}$)/)
  })

  it("pin production to a release, not to a development build", () => {
    const [pinned] = kustomization("overlays/production").images ?? []
    assert.match(pinned?.digest ?? pinned?.newTag ?? "", /^(\d+\.\d+\.\d+|sha256:[0-9a-f]{64})$/)
  })
})
