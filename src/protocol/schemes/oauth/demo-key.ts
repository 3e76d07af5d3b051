/** The RSA key that the first implementers of OAuth published for testing, and that is good for nothing else. */

import type { RsaPrivateKey } from '../../keys/rsa.ts'

export const DEMO_KEY: RsaPrivateKey = {
  n: 'tGIwsCH2KKa6vxUDupW92rF68S5SRbgr7Yp0xeadBsb0BruTt4GMrVL7QtiZWM8qUkY1ccMa7LkXD93uuNUnQEsH65s8ryID9PDeEtCBcxFEZFdcKfyKR-5B-NRLW5lJq10sHzWbJ0EROUmEjoYfi3CtsMkJHYHDL9dZeCqAZHM',
  e: 'AQAB',
  d: 'WFlbZXlM2r5G6z48tE-RTKLvB1_btgAtq8vLw_5e3KnnbcDD6fZO07m4DRaPjRryrJdsp8qazmUdcY0O1oK4FQfpprknDjP-R1XHhbhkQ4WEwjmxPstZMUZaDWF58d3otc23mCzwh3YcUWFu09KnMpzZsK59OfyjtkS44EDWpbE',
}
