/** What the playground says about SCRAM with SHA-1, in English. */

import words from '../scram-sha-256/en.ts'

export default {
  ...words,
  scheme:
    'SCRAM with the older hash SHA-1, for databases that hold its keys already. In two round trips you prove that you know the password, and the server that it has your verifier.',
}
