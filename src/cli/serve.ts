/** `npm run serve`: the simulated servers over real HTTP, for curl and everything else that speaks it. */

import { createInterface } from 'node:readline'
import { enter } from '../content/world/place.ts'
import { enterAll } from '../content/world/places/index.ts'
import { worldAt } from '../content/world/world.ts'
import type { World } from '../protocol/servers/world.ts'
import type { Service } from './connection.ts'
import { toSimulatedHost } from './host-names.ts'
import { type Listening, listen } from './listen.ts'
import { help, type Options, readOptions } from './options.ts'
import { failureLine, learnWordsOf, refusalLine, traceLines, verdictLine } from './report.ts'
import { type Simulation, simulationOf } from './simulation.ts'
import workbench from './workbench.ts'

const LIMITS = { head: 64 * 1024, body: 1024 * 1024 }
const PATIENCE = { idle: 60_000, head: 10_000, body: 30_000, response: 30_000, farewell: 2_000 }

/** All that is served: every place there is, and a workbench. */
const worldToServe = async (at: number, seed: string): Promise<World> =>
  enter(await enterAll(worldAt(new Date(at).toISOString(), seed)), workbench)

const hostsOf = ({ hosts }: World) => hosts.filter(({ internal }) => !internal).map(({ name }) => name)

export interface Serving extends Listening {
  readonly simulation: Simulation
}

/** Serves until it is closed. `print` gets each line. */
export async function serve(options: Options, print: (line: string) => void): Promise<Serving> {
  const world = await worldToServe(options.at, options.seed)
  const simulation = simulationOf(world, options.clock === 'real' ? Date.now : undefined)
  let connections = 0
  const serviceAt = (port: number): Service => ({
    limits: LIMITS,
    patience: PATIENCE,
    nextConnection: () => ++connections,
    async exchange(request, connection) {
      const exchange = await simulation.exchange(toSimulatedHost(request, port), connection)
      if (!options.quiet) await learnWordsOf(exchange)
      return exchange
    },
    told: {
      exchanged(exchange, connection) {
        if (options.quiet) return
        print(verdictLine(exchange, connection))
        if (options.trace) for (const line of traceLines(exchange)) print(line)
      },
      refused: (refused, connection) => options.quiet || print(refusalLine(refused, connection)),
      failed: (error, request) => print(failureLine(error, request)),
    },
  })
  return { ...(await listen(options.address, options.port, serviceAt)), simulation }
}

/** Gives the exit code once there is nothing to serve; undefined while there is. */
export async function main(args: readonly string[]): Promise<number | undefined> {
  const print = (line: string) => void process.stdout.write(`${line}\n`)
  const asked = readOptions(args, Date.now())
  if (asked.kind === 'wrong') {
    process.stderr.write(`${asked.why}\nnpm run serve -- --help says more.\n`)
    return 2
  }
  if (asked.kind === 'help') {
    process.stdout.write(help(hostsOf(await worldToServe(Date.now(), ''))))
    return 0
  }
  const { options } = asked
  const serving = await serve(options, print).catch((error: NodeJS.ErrnoException) => {
    if (error.code === undefined) throw error
    process.stderr.write(`Port ${options.port} can't be had (${error.code}): choose another with --port.\n`)
    return undefined
  })
  if (!serving) return 1
  print(
    `The simulated servers answer at http://${options.address ?? '127.0.0.1'}:${serving.port} (Ctrl-C ends it, --help says more)`,
  )
  if (options.control) control(serving.simulation, print)
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void serving.close().then(() => process.exit(0)))
  return undefined
}

/** `wait 61` on standard input moves the clock on. */
function control(simulation: Simulation, print: (line: string) => void): void {
  createInterface({ input: process.stdin }).on('line', (line) => {
    const seconds = /^wait ([0-9]{1,9})$/.exec(line.trim())?.[1]
    if (seconds === undefined) return print('One command is known: wait <seconds>')
    simulation.wait(Number(seconds))
    print(`The clock stands at ${new Date(simulation.now()).toISOString()}`)
  })
}
