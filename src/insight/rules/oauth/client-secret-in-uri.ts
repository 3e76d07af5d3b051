/** A client's secret in a URL is one that everybody reads. */

import type { Rule } from '../../rule.ts'
import { queryOf } from '../bodies.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 6749 §2.3.1',
  title: 'The client secret is in the URL',
  why: 'URLs stand in logs, histories and `Referer` headers, so the secret must never be there. Send it by `Authorization: Basic`, or in the form of a POST, and get a new one: this one has been seen.',
  examples: {
    bad: [
      'POST /token?client_id=s6BhdRkqt3&client_secret=«gX1fBat3bV» HTTP/1.1\nHost: as.example\nContent-Type: application/x-www-form-urlencoded\n\ngrant_type=client_credentials',
      'GET /authorize?response_type=code&client_id=a&client_secret=«b» HTTP/1.1\nHost: as.example\n\n',
    ],
    good: [
      'POST /token HTTP/1.1\nHost: as.example\nContent-Type: application/x-www-form-urlencoded\n\ngrant_type=client_credentials&client_id=a&client_secret=b',
      'GET /authorize?response_type=code&client_id=a&client_secret= HTTP/1.1\nHost: as.example\n\n',
      'GET /docs?topic=client_secret HTTP/1.1\nHost: as.example\n\n',
    ],
  },
  check({ request }) {
    if (!request?.message.line.target.text.includes('client_secret=')) return []
    const secrets = queryOf(request).filter(({ name, value }) => name === 'client_secret' && value !== '')
    return secrets.map(({ raw }) => ({ in: 'request', span: raw.span }))
  },
}

export default rule
