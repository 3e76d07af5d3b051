#!/usr/bin/env node
/** The package's command: `http-auth-playground lint`, `inspect`, `serve`. */
import { fileURLToPath, pathToFileURL } from 'node:url'
import { ranInPinnedNode, run } from './lint.mjs'

const HELP = `http-auth-playground <command> [options]

  lint [FILE…]            finds mistakes of authentication in HTTP messages, also in Markdown and HTML
  inspect --json [FILE…]  says what is in HTTP messages, a line of JSON for each
  serve                   the playground's simulated servers over real HTTP

Each says more with --help.
`

if (!ranInPinnedNode(fileURLToPath(import.meta.url))) {
  const [command, ...args] = process.argv.slice(2)
  if (command === 'lint' || command === 'inspect') await run(command, args)
  else if (command === 'serve') {
    const { bundle } = await import('./serve-http.mjs')
    const { main } = await import(pathToFileURL(await bundle()).href)
    process.exitCode = await main(args)
  } else if (command === undefined || command === '--help' || command === '-h') process.stdout.write(HELP)
  else {
    process.stderr.write(`There is no command "${command}": it is lint, inspect or serve. --help says more.\n`)
    process.exitCode = 2
  }
}
