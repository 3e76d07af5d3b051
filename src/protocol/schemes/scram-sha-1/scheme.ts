/** SCRAM-SHA-1: the same with an older hash, for databases that hold its keys (RFC 5802, RFC 7804 §5). */

import { SHA_1 } from '../scram-sha-256/mechanism.ts'
import { scramWith } from '../scram-sha-256/scram.ts'

export default scramWith(SHA_1)
