/**
 * What came of it, on the terminal and as a document.
 *
 * @typedef {{scheme: string, what: string, result: string, why?: string}} Row
 * @typedef {{name: string, from: string, version?: string, rows: readonly Row[]}} Played
 */

/** @param {Played} played */
export function printRows({ name, version, rows }) {
  console.log(`\n${name} ${version ?? 'is not there'}`)
  const widths = [
    Math.max(0, ...rows.map(({ scheme }) => scheme.length)),
    Math.max(0, ...rows.map(({ what }) => what.length)),
  ]
  for (const { scheme, what, result } of rows)
    console.log(`  ${scheme.padEnd(widths[0] ?? 0)}  ${what.padEnd(widths[1] ?? 0)}  ${result}`)
}

/** @param {readonly Played[]} played */
export function documentOf(played) {
  const table = played.flatMap(({ name, rows }) =>
    rows.map(({ scheme, what, result }) => `| ${name} | ${scheme} | ${what} | ${result} |`),
  )
  return `# Real clients

Programs and libraries of others log in to the simulated servers: \`npm run clients\` serves these over real HTTP (as
\`npm run serve\` does), asks with each client, and writes this table. Where a client itself falls short, the table says how;
everything else is as the specifications want it.

${played.map(({ name, from, version }) => `${name} ${version} (${from})`).join(', ')}.

| client | scheme | case | result |
|---|---|---|---|
${table.join('\n')}
`
}
