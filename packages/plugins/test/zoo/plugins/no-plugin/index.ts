export default { name: "no-plugin", version: "1.0.0", detectors: "soon" }
