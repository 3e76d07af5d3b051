/** SCRAM-SHA-256: the password stays with the client, and the server can't pretend either (RFC 7677, RFC 7804). */

import { SHA_256 } from './mechanism.ts'
import { scramWith } from './scram.ts'

export default scramWith(SHA_256)
