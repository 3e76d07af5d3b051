/** How often a device may ask whether somebody has decided, and when it must stop. */

import type { Rule } from '../../rule.ts'
import { jsonOf } from '../bodies.ts'
import { callOf, callsBefore, errorOf, paramOf, sameServer } from '../oauth-endpoints.ts'

/** Nothing will come of this code any more. */
const OVER = ['access_denied', 'expired_token']
/** Timers are not exact: milliseconds. */
const TOLERANCE = 500

const at = (time: string) => `at 2026-03-01T${time}Z\n`
const HEAD = 'HTTP/1.1\nHost: as.example\nContent-Type: application/x-www-form-urlencoded\n\n'
const start = (interval: string) =>
  `${at('10:00:00')}POST /device_authorization ${HEAD}client_id=tv\n---\nHTTP/1.1 200 OK\nContent-Type: application/json\n\n{"device_code":"d1","user_code":"KPDM-FHBM","verification_uri":"https://as.example/device","expires_in":600${interval}}\n===\n`
const POLL = `POST /token ${HEAD}grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Adevice_code&client_id=tv&device_code=`
const says = (error: string) =>
  `d1\n---\nHTTP/1.1 400 Bad Request\nContent-Type: application/json\n\n{"error":"${error}"}\n===\n`

const rule: Rule = {
  level: 'must',
  cite: 'RFC 8628 §3.5',
  title: 'The device asks again too soon, or after the end',
  why: 'Between two polls a device waits as many seconds as `interval` says, 5 where it says nothing, and 5 more after each `slow_down`. After `access_denied` or `expired_token` it stops.',
  examples: {
    bad: [
      `${start('')}${at('10:00:05')}${POLL}${says('authorization_pending')}${at('10:00:07')}${POLL}«d1»`,
      `${start(',"interval":2')}${at('10:00:05')}${POLL}${says('slow_down')}${at('10:00:10')}${POLL}«d1»`,
      `${start('')}${at('10:00:05')}${POLL}${says('authorization_pending')}${at('10:00:15')}${POLL}${says('access_denied')}${at('10:00:30')}${POLL}«d1»`,
    ],
    good: [
      `${start('')}${at('10:00:00')}${POLL}${says('authorization_pending')}${at('10:00:05')}${POLL}d1`,
      `${start(',"interval":2')}${at('10:00:05')}${POLL}${says('slow_down')}${at('10:00:12')}${POLL}d1`,
      `${start('')}${at('10:00:05')}${POLL}${says('access_denied')}${at('10:00:06')}${POLL}d2`,
      `${at('10:00:05')}${POLL}${says('authorization_pending')}${at('10:00:07')}${POLL}d1`,
    ],
  },
  check(view) {
    const call = callOf(view)
    const code = call?.endpoint === 'token' ? paramOf(call, 'device_code') : undefined
    if (!call || !code) return []
    const earlier = callsBefore(view).filter((each) => sameServer(each, call))
    const polls = earlier.filter(
      (each) => each.endpoint === 'token' && paramOf(each, 'device_code')?.value === code.value,
    )
    const last = polls.at(-1)
    if (!last) return []
    const found = [{ in: 'request', span: code.raw.span } as const]
    const errors = polls.map(({ past }) => errorOf(past) ?? '')
    if (errors.some((error) => OVER.includes(error))) return found
    const started = earlier.find((each) => jsonOf(each.response)?.device_code === code.value)
    if (!started) return [{ needs: 'before' }]
    if (view.at === undefined || last.past.at === undefined) return [{ needs: 'now' }]
    const { interval } = jsonOf(started.response) ?? {}
    const seconds =
      (typeof interval === 'number' ? interval : 5) + 5 * errors.filter((error) => error === 'slow_down').length
    return view.at - last.past.at < seconds * 1000 - TOLERANCE ? found : []
  },
}

export default rule
