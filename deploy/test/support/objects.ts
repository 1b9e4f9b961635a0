/** The parts of the Kubernetes objects that the tests look at; everything else in a file is left alone. */
import { Schema } from "effect"

const Labels = Schema.Record(Schema.String, Schema.String)
const Selector = Schema.Struct({ matchLabels: Schema.optionalKey(Labels) })
const Metadata = Schema.Struct({
  name: Schema.String,
  namespace: Schema.optionalKey(Schema.String),
  labels: Schema.optionalKey(Labels)
})

const KeyRef = Schema.Struct({ name: Schema.String, key: Schema.String })
const Variable = Schema.Struct({
  name: Schema.String,
  value: Schema.optionalKey(Schema.String),
  valueFrom: Schema.optionalKey(
    Schema.Struct({ configMapKeyRef: Schema.optionalKey(KeyRef), secretKeyRef: Schema.optionalKey(KeyRef) })
  )
})
const EnvFrom = Schema.Struct({
  configMapRef: Schema.optionalKey(Schema.Struct({ name: Schema.String, optional: Schema.optionalKey(Schema.Boolean) }))
})

const Probe = Schema.Struct({
  httpGet: Schema.Struct({ path: Schema.String, port: Schema.String }),
  periodSeconds: Schema.Finite,
  timeoutSeconds: Schema.Finite,
  failureThreshold: Schema.Finite
})

const Amounts = Schema.Struct({ cpu: Schema.String, memory: Schema.String })

const Container = Schema.Struct({
  name: Schema.String,
  image: Schema.String,
  ports: Schema.Array(Schema.Struct({ name: Schema.String, containerPort: Schema.Finite })),
  envFrom: Schema.Array(EnvFrom),
  env: Schema.Array(Variable),
  resources: Schema.Struct({ requests: Amounts, limits: Amounts }),
  startupProbe: Probe,
  readinessProbe: Probe,
  livenessProbe: Probe,
  lifecycle: Schema.Struct({
    preStop: Schema.Struct({ exec: Schema.Struct({ command: Schema.Array(Schema.String) }) })
  }),
  securityContext: Schema.Struct({
    readOnlyRootFilesystem: Schema.Boolean,
    allowPrivilegeEscalation: Schema.Boolean,
    capabilities: Schema.Struct({
      drop: Schema.Array(Schema.String),
      add: Schema.optionalKey(Schema.Array(Schema.String))
    })
  }),
  volumeMounts: Schema.Array(Schema.Struct({ name: Schema.String, mountPath: Schema.String }))
})
export type Container = typeof Container.Type

const Pod = Schema.Struct({
  serviceAccountName: Schema.String,
  automountServiceAccountToken: Schema.Boolean,
  enableServiceLinks: Schema.Boolean,
  imagePullSecrets: Schema.Array(Schema.Struct({ name: Schema.String })),
  terminationGracePeriodSeconds: Schema.Finite,
  securityContext: Schema.Struct({
    runAsNonRoot: Schema.Boolean,
    runAsUser: Schema.Finite,
    runAsGroup: Schema.Finite,
    fsGroup: Schema.Finite,
    seccompProfile: Schema.Struct({ type: Schema.String })
  }),
  containers: Schema.Tuple([Container]),
  volumes: Schema.Array(
    Schema.Struct({ name: Schema.String, emptyDir: Schema.optionalKey(Schema.Struct({ sizeLimit: Schema.String })) })
  )
})

const Deployment = Schema.Struct({
  kind: Schema.Literal("Deployment"),
  metadata: Metadata,
  spec: Schema.Struct({
    replicas: Schema.Finite,
    strategy: Schema.Struct({
      type: Schema.String,
      rollingUpdate: Schema.Struct({ maxSurge: Schema.Finite, maxUnavailable: Schema.Finite })
    }),
    selector: Selector,
    template: Schema.Struct({ metadata: Schema.Struct({ labels: Labels }), spec: Pod })
  })
})

const Service = Schema.Struct({
  kind: Schema.Literal("Service"),
  metadata: Metadata,
  spec: Schema.Struct({
    type: Schema.String,
    selector: Labels,
    ports: Schema.Array(Schema.Struct({ name: Schema.String, port: Schema.Finite, targetPort: Schema.String }))
  })
})

const ServiceAccount = Schema.Struct({
  kind: Schema.Literal("ServiceAccount"),
  metadata: Metadata,
  automountServiceAccountToken: Schema.Boolean
})

const ConfigMap = Schema.Struct({ kind: Schema.Literal("ConfigMap"), metadata: Metadata, data: Labels })

const PodDisruptionBudget = Schema.Struct({
  kind: Schema.Literal("PodDisruptionBudget"),
  apiVersion: Schema.String,
  metadata: Metadata,
  spec: Schema.Struct({
    maxUnavailable: Schema.optionalKey(Schema.Finite),
    minAvailable: Schema.optionalKey(Schema.Finite),
    unhealthyPodEvictionPolicy: Schema.optionalKey(Schema.String),
    selector: Selector
  })
})

const Peer = Schema.Struct({
  namespaceSelector: Schema.optionalKey(Selector),
  podSelector: Schema.optionalKey(Selector),
  ipBlock: Schema.optionalKey(
    Schema.Struct({ cidr: Schema.String, except: Schema.optionalKey(Schema.Array(Schema.String)) })
  )
})
export type Peer = typeof Peer.Type
const Port = Schema.Struct({ protocol: Schema.Literals(["TCP", "UDP"]), port: Schema.Finite })

const NetworkPolicy = Schema.Struct({
  kind: Schema.Literal("NetworkPolicy"),
  metadata: Metadata,
  spec: Schema.Struct({
    podSelector: Selector,
    policyTypes: Schema.Array(Schema.String),
    ingress: Schema.Array(Schema.Struct({ from: Schema.Array(Peer), ports: Schema.Array(Port) })),
    egress: Schema.Array(Schema.Struct({ to: Schema.Array(Peer), ports: Schema.Array(Port) }))
  })
})
export type NetworkPolicy = typeof NetworkPolicy.Type

/** A closed list: an object of another kind in a rendering (a Secret, a Role) is an error until a test knows it. */
const KubernetesObject = Schema.Union([
  Deployment,
  Service,
  ServiceAccount,
  ConfigMap,
  PodDisruptionBudget,
  NetworkPolicy
])
type KubernetesObject = typeof KubernetesObject.Type

const decodeAll = Schema.decodeUnknownSync(Schema.Array(KubernetesObject))

/** The objects of one rendering, by kind; there is exactly one of each. */
export class Manifests {
  readonly all: ReadonlyArray<KubernetesObject>

  constructor(documents: ReadonlyArray<unknown>) {
    this.all = decodeAll(documents)
  }

  private one<K extends KubernetesObject["kind"]>(kind: K): Extract<KubernetesObject, { readonly kind: K }> {
    const found = this.all.filter((o): o is Extract<KubernetesObject, { readonly kind: K }> => o.kind === kind)
    const [first, ...more] = found
    if (first === undefined || more.length > 0) throw new Error(`expected one ${kind}, found ${found.length}`)
    return first
  }

  readonly deployment = () => this.one("Deployment")
  readonly service = () => this.one("Service")
  readonly serviceAccount = () => this.one("ServiceAccount")
  readonly configMap = () => this.one("ConfigMap")
  readonly budget = () => this.one("PodDisruptionBudget")
  readonly networkPolicy = () => this.one("NetworkPolicy")
  readonly template = () => this.deployment().spec.template
  readonly pod = () => this.template().spec
  readonly container = (): Container => this.pod().containers[0]
}
