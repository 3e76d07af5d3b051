/** The examples of RFC 8705; claims as printed, signed with a key made up for them. */

import type { Printed } from '../printed.ts'

const printed: readonly Printed[] = [
  {
    cite: 'RFC 8705 §3.1',
    example: {
      text: 'GET / HTTP/1.1\nHost: rs.example.com\nAuthorization: Bearer eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9.ewogICJpc3MiOiAiaHR0cHM6Ly9zZXJ2ZXIuZXhhbXBsZS5jb20iLAogICJzdWIiOiAidHkud2ViYkBleGFtcGxlLmNvbSIsCiAgImV4cCI6IDE0OTM3MjY0MDAsCiAgIm5iZiI6IDE0OTM3MjI4MDAsCiAgImNuZiI6ewogICAgIng1dCNTMjU2IjogImJ3Y0swZXNjM0FDQzNEQjJZNV9sRVNzWEU4bzlsdGMwNU84OWpkTi1kZzIiCiAgfQp9.H8aN3h0p74_Cm3IsQ7Dag6NGoSpILO8ZIS4iqeTvjZEhDSVmyKrlo06OGSsJffqLx15pPcX0uetSq4y2f5686HJVYgIdrO9m8A8JTXKVG9KpMNqDx1nRCa8bgRQG44FhlKCc78GFa1IlD29rDrFFDbCmSW3LZPdmvw7TbDyAldwnhU4qLRj1bjSnc-IhR89hRYdd5fI0PIwkUopOsELqE-ZOyaFy9-3xJ6sxoamGAoO-FPb6nC9yaLVq0esxlmcUAyM1l-_2ETT-s7MKZBG1O03nrWLnUchz-99Hj5XB63O2q3vmBrqmJpNP38sDQiPLFPHmDwp_o802zSGf6RcMlQ\n\n',
      circumstances: { now: 1493722800_000, certificate: 'bwcK0esc3ACC3DB2Y5_lESsXE8o9ltc05O89jdN-dg2' },
    },
    finds: [],
  },
  {
    cite: 'RFC 8705 §3.2',
    example: {
      text: 'HTTP/1.1 200 OK\nContent-Type: application/json\n\n{\n  "active": true,\n  "iss": "https://server.example.com",\n  "sub": "ty.webb@example.com",\n  "exp": 1493726400,\n  "nbf": 1493722800,\n  "cnf":{\n    "x5t#S256": "bwcK0esc3ACC3DB2Y5_lESsXE8o9ltc05O89jdN-dg2"\n  }\n}',
      circumstances: { excerpt: true },
    },
    finds: [],
  },
]

export default printed
