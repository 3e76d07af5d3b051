/** What a server says of a path where nothing is; a hidden resource says the same, byte for byte (RFC 9110 §15.5.4). */

import type { Reply } from '../../protocol/servers/world.ts'

export const NOTHING: Reply = {
  status: 404,
  challenges: [],
  fields: [['Content-Type', 'application/problem+json']],
  body: { title: 'Not Found', status: 404 },
}

/** To whoever isn't authenticated. */
export const TO_STRANGERS = { sent: NOTHING, scheme: NOTHING, form: NOTHING, valid: NOTHING, fresh: NOTHING }
