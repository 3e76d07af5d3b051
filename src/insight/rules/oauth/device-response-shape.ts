/** What a device needs to know, to tell a person where to go with which code. */

import type { Found, Lack, Rule } from '../../rule.ts'
import { jsonOf } from '../bodies.ts'
import { callOf } from '../oauth-endpoints.ts'

const REQUIRED: Readonly<Record<string, 'string' | 'number'>> = {
  device_code: 'string',
  user_code: 'string',
  verification_uri: 'string',
  expires_in: 'number',
}
/** As a draft called it, and some servers still do. */
const OLD = '"verification_url"'

const ASK =
  'POST /device_authorization HTTP/1.1\nHost: as.example\nContent-Type: application/x-www-form-urlencoded\n\nclient_id=tv\n---\nHTTP/1.1 '
const TYPE = 'Content-Type: application/json\n\n'
const CODES = '"device_code":"d1","user_code":"KPDM-FHBM"'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 8628 §3.2',
  title: 'The device is not told `{name}`',
  why: 'The answer holds `device_code`, `user_code`, `verification_uri` and `expires_in`, the last as a number. A device that misses one can’t tell where to go, or never stops asking; `verification_url` is the name from a draft, and libraries don’t know it.',
  examples: {
    bad: [
      `${ASK}200 OK\n${TYPE}{${CODES},«"verification_url"»:"https://as.example/device","expires_in":600}`,
      `${ASK}«200» OK\n${TYPE}{${CODES},"verification_uri":"https://as.example/device"}`,
    ],
    good: [
      `${ASK}200 OK\n${TYPE}{${CODES},"verification_uri":"https://as.example/device","expires_in":600}`,
      `${ASK}200 OK\n${TYPE}{${CODES},"verification_uri":"https://as.example/device","verification_url":"https://as.example/device","expires_in":600}`,
      `${ASK}400 Bad Request\n${TYPE}{"error":"invalid_client"}`,
      'POST /device HTTP/1.1\nHost: as.example\nContent-Type: application/x-www-form-urlencoded\n\nuser_code=KPDM-FHBM\n---\nHTTP/1.1 200 OK\nContent-Type: application/json\n\n{"ok":true}',
    ],
  },
  check(view) {
    const { response } = view
    const json =
      callOf(view)?.endpoint === 'device' && response?.message.line.code === 200 ? jsonOf(response) : undefined
    if (!response || !json || 'error' in json) return []
    const { body, line } = response.message
    return Object.entries(REQUIRED).flatMap(([name, type]): readonly (Found | Lack)[] => {
      if (typeof json[name] === type) return []
      const slots = { name }
      const old = name === 'verification_uri' && json[name] === undefined ? body.text.indexOf(OLD) : -1
      if (old >= 0) {
        const span = { start: body.span.start + old, end: body.span.start + old + OLD.length }
        return [{ in: 'response', span, slots, fix: { span, insert: `"${name}"` } }]
      }
      if (view.circumstances.excerpt) return [{ needs: 'whole' }]
      return [{ in: 'response', span: line.status.span, slots }]
    })
  },
}

export default rule
