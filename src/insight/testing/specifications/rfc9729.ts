/** The examples of RFC 9729. */

import type { Printed } from '../printed.ts'

const printed: readonly Printed[] = [
  {
    cite: 'RFC 9729 §5',
    example:
      'GET / HTTP/1.1\nHost: example.com\nAuthorization: Concealed k=YmFzZW1lbnQ, a=VGhpcyBpcyBh-HB1YmxpYyBrZXkgaW4gdXNl_GhlcmU, s=2055, v=dmVyaWZpY2F0aW9u_zE2Qg, p=QzpcV2luZG93c_xTeXN0ZW0zMlxkcml2ZXJz-ENyb3dkU3RyaWtlXEMtMDAwMDAwMDAyOTEtMD-wMC0w_DAwLnN5cw\n\n',
    finds: [],
  },
  {
    cite: 'RFC 9729 §6.2',
    example:
      'GET / HTTP/1.1\nHost: example.com\nConcealed-Auth-Export: :VGhpc+BleGFtcGxlIFRMU/BleHBvcnRlc+BvdXRwdXQ/aXMgNDggYnl0ZXMgI/+h:\n\n',
    finds: [],
  },
]

export default printed
