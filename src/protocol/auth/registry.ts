/** The names of schemes: those in IANA's registry, and others that are met all the same (RFC 9110 §16.4.1). */

import type { Cite } from '../text/cite.ts'
import { sameScheme } from './challenge.ts'

export interface RegisteredScheme {
  /** As registered; on the wire case doesn't matter (RFC 9110 §11.1). */
  readonly name: string
  readonly cite: Cite
}

/** The day of this copy of https://www.iana.org/assignments/http-authschemes/. */
export const REGISTRY_DATE = '2025-02-18'

export const registry: readonly RegisteredScheme[] = [
  { name: 'Basic', cite: 'RFC 7617 §2' },
  { name: 'Bearer', cite: 'RFC 6750 §3' },
  { name: 'Concealed', cite: 'RFC 9729 §4' },
  { name: 'Digest', cite: 'RFC 7616 §3' },
  { name: 'DPoP', cite: 'RFC 9449 §7.1' },
  { name: 'GNAP', cite: 'RFC 9635 §7.2' },
  { name: 'HOBA', cite: 'RFC 7486 §3' },
  { name: 'Mutual', cite: 'RFC 8120 §4' },
  { name: 'Negotiate', cite: 'RFC 4559 §4' },
  { name: 'OAuth', cite: 'RFC 5849 §3.5.1' },
  { name: 'PrivateToken', cite: 'RFC 9577 §2' },
  { name: 'SCRAM-SHA-1', cite: 'RFC 7804 §5' },
  { name: 'SCRAM-SHA-256', cite: 'RFC 7804 §5' },
  { name: 'vapid', cite: 'RFC 8292 §3' },
]

/** Not registered, but really sent by somebody: so none of these is a slip of the pen. */
export const MET: readonly string[] = [
  ...[
    'Api-Key',
    'Api-Token',
    'ApiKey',
    'AWS',
    'AWS4-ECDSA-P256-SHA256',
    'AWS4-HMAC-SHA256',
    'Cookie',
    'DeepL-Auth-Key',
  ],
  ...['GenieKey', 'GoogleLogin', 'Hawk', 'JWT', 'Kerberos', 'Key', 'Klaviyo-API-Key', 'L402', 'LSAT', 'MAC', 'NTLM'],
  ...[
    'OAuth2',
    'Payment',
    'PVEAPIToken',
    'Session',
    'SharedKey',
    'SharedKeyLite',
    'Signature',
    'Splunk',
    'SSWS',
    'Token',
  ],
  ...['WSSE', 'xBasic'],
]

/** The registry's entry of that name, if there is one. */
export const registered = (name: string): RegisteredScheme | undefined =>
  registry.find((each) => sameScheme(each.name, name))

/** Whether that is the name of a scheme, registered or met. */
export const isSchemeName = (name: string): boolean =>
  registered(name) !== undefined || MET.some((each) => sameScheme(each, name))
