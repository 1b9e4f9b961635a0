import { type PluginKind, pluginTemplates } from "./pluginKinds.ts"
import { pluginScripts } from "./pluginScripts.ts"

/** The `README.md` of a new plugin. */
export const readme = (kind: PluginKind, name: string): string => {
  const scripts = pluginScripts(kind).map(({ name: script, purpose }) => ({ call: callOf(script), purpose }))
  const width = Math.max(...scripts.map(({ call }) => call.length))
  return `# ${name}

${pluginTemplates[kind].summary}: a ${kind} for Mjolnir.

## Use it

\`\`\`sh
npm install ${name}
${useOf(kind, name)}
\`\`\`

## Work on it

\`\`\`sh
npm install
${scripts.map(({ call, purpose }) => `${call.padEnd(width)}  # ${purpose.replaceAll("`", "")}`).join("\n")}
\`\`\`

The ${kind} is in \`src/${name}.ts\`, its tests in \`test/${name}.test.ts\`. \`src/index.ts\` gathers the parts of the plugin;
what the host reads of them before it runs any code is under \`mjolnir\` in \`package.json\`.
`
}

const callOf = (script: string): string => (script === "test" ? "npm test" : `npm run ${script}`)

const useOf = (kind: PluginKind, name: string): string =>
  kind === "detector" ? `mjolnir detect AAPL.csv --plugin ${name}` : `PLUGINS=classic,${name} mjolnir run`
