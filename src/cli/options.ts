/** What can be said on the command line of `npm run serve`. */

import { parseArgs } from 'node:util'

export interface Options {
  readonly port: number
  /** One address to listen on; absent: both loopback addresses. */
  readonly address?: string
  readonly seed: string
  readonly clock: 'real' | 'virtual'
  /** Where the clock begins, in milliseconds since 1970. */
  readonly at: number
  readonly trace: boolean
  readonly quiet: boolean
  readonly control: boolean
}

export const DEFAULT_PORT = 4010

export type Asked =
  | { readonly kind: 'serve'; readonly options: Options }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly why: string }

const KNOWN = {
  port: { type: 'string' },
  host: { type: 'string' },
  seed: { type: 'string' },
  clock: { type: 'string' },
  at: { type: 'string' },
  trace: { type: 'boolean' },
  quiet: { type: 'boolean' },
  control: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const

/** `now` is the machine's clock: where the world begins if nothing else is said. */
export function readOptions(args: readonly string[], now: number): Asked {
  const wrong = (why: string): Asked => ({ kind: 'wrong', why })
  let values: ReturnType<typeof parseArgs<{ options: typeof KNOWN }>>['values']
  try {
    values = parseArgs({ args: [...args], options: KNOWN }).values
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error))
  }
  if (values.help) return { kind: 'help' }
  const port = Number(values.port ?? DEFAULT_PORT)
  if (!/^[0-9]+$/.test(values.port ?? '0') || port > 65535) return wrong('--port takes a number up to 65535')
  const { clock = 'real' } = values
  if (clock !== 'real' && clock !== 'virtual') return wrong('--clock is real or virtual')
  const at = values.at === undefined ? now : Date.parse(values.at)
  if (Number.isNaN(at)) return wrong('--at takes an instant, such as 2026-03-02T09:00:00Z')
  return {
    kind: 'serve',
    options: {
      port,
      address: values.host,
      seed: values.seed ?? 'playground',
      clock,
      at,
      trace: values.trace ?? false,
      quiet: values.quiet ?? false,
      control: values.control ?? false,
    },
  }
}

export const help = (hosts: readonly string[]): string => `The playground's simulated servers over real HTTP.

  npm run serve -- [options]

  --port <number>         ${DEFAULT_PORT}; 0 takes any free one
  --host <address>        one address to listen on; without it, the two loopback addresses
  --seed <text>           what all chance comes from; the same seed gives the same nonces and tokens
  --clock real|virtual    real: tokens and nonces age as the machine's clock goes; virtual: it stands still
  --at <instant>          where the clock begins, such as 2026-03-02T09:00:00Z; without it, now
  --trace                 the questions at the gates, below each exchange
  --quiet                 no line for each exchange
  --control               read commands from standard input: "wait <seconds>" moves the clock on

Hosts: ${hosts.join(', ')}.

Which of them answers is decided by Host, or by the whole address in a request to the proxy:
  api.example.com         is itself: curl --connect-to ::127.0.0.1:${DEFAULT_PORT} http://api.example.com/files/report
  api.localhost           is api.example.com: curl -i http://api.localhost:${DEFAULT_PORT}/files/report
  example.localhost, localhost, 127.0.0.1, [::1]  are example.com
The port may stand behind each of these; any other name is refused with 421. Names with localhost are rewritten before the
servers see them, so a client that signs the name of the host has to use the real one. The servers take themselves to
be asked over https at port 443: addresses that are signed begin with https.

The proxy: curl -x http://127.0.0.1:${DEFAULT_PORT} --proxy-user 'Mufasa:Circle of Life' --proxy-anyauth http://example.com/
People: Aladdin (open sesame), Mufasa (Circle of Life), Ada (Notes on G, an admin), Scar (Be prepared, suspended).
`
