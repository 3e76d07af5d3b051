/** The issuer’s key of the vectors in RFC 9578 §B.2. Everybody has it, private half and all: it is good for examples only. */

import type { RsaPrivateKey } from '../../keys/rsa.ts'

export const RFC_KEY: RsaPrivateKey = {
  n: 'yxrta2qV9bHOATpM_KsluUsuZKIwNOQlCn6rQ8DfOowSmTrxKxEZCNS0cb7DHUtsmtnN2pBhKi7pA1I-beWiJNawLwnlw3TQz-Adj1KcUAp4ovZ5CPpoK1orQwyB6vGvcte155T8mKMTknaHl1fORTtSbvm_bOuZl5uEI7kPRGGiKvN6qwz1cz91l6vkTTHHMttooYHGy75gfYwOUuBlX9mZbcWE7KC-h6-814ozfRex26noKLvYHikTFxROf_ifVWGXCbCWy7nqR0zq0mTCBz_kl0DAHwDhCRBgZpg9IeX4PwhuLoI8h5zUPO9wDSo1Kpur1hLQPK0C2xNLfiJaXw',
  e: 'AQAB',
  d: 'LzCbdzi1jPd58MkV-CLfyfSQ2-rfHnrfrFeP_VcDxrui2p1aSXJYibe6ES-Mb_MFUdlHPgALw1xQ4Werf6c6DCshllxLWSV8GsBsvc8o6GP2cY6owpBDwcbahGKUkP0Ekb9S0XLJWcGSG5aUnHJXR7inx4cZlfoLnrEQe6hUxsMqb0dHxdHDBMdGfVWwgKojOjpS_98mEUy7VB_6a2lreglvjc_2nKCKtY77D7dTqlGFxzABaWu86MCZ4_Q13Lv-BefbqtI9sqZZwjrdUhQH8VCxry2QVMQWQinWhAt6MqT4SBSTrolZzwrqje8MPJ91uaNMdXGLcHLI26sXzv7KSQ',
}
