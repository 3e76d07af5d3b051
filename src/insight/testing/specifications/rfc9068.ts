/** The token of RFC 9068: header and claims as printed, signed with a key made up for it. */

import type { Printed } from '../printed.ts'

const printed: readonly Printed[] = [
  {
    cite: 'RFC 9068 §3',
    example: {
      text: 'GET / HTTP/1.1\nHost: rs.example.com\nAuthorization: Bearer eyJ0eXAiOiJhdCtKV1QiLCJhbGciOiJSUzI1NiIsImtpZCI6IlJqRXdPd09BIn0.ewogICJpc3MiOiAiaHR0cHM6Ly9hdXRob3JpemF0aW9uLXNlcnZlci5leGFtcGxlLmNvbS8iLAogICJzdWIiOiAiNWJhNTUyZDY3IiwKICAiYXVkIjogICAiaHR0cHM6Ly9ycy5leGFtcGxlLmNvbS8iLAogICJleHAiOiAxNjM5NTI4OTEyLAogICJpYXQiOiAxNjE4MzU0MDkwLAogICJqdGkiIDogImRiZTM5YmYzYTNiYTQyMzhhNTEzZjUxZDZlMTY5MWM0IiwKICAiY2xpZW50X2lkIjogInM2QmhkUmtxdDMiLAogICJzY29wZSI6ICJvcGVuaWQgcHJvZmlsZSByZWFkZW1haWwiCn0.iNBpjpp2JpAfMuoOR-j6YcfGPNxrMKLpRaP-wdL9HPz4aabZpJvChuSpH3193ezDXRgiPKBCnFe69wL0Ny_mVcC76YRtp_VfGdpyA8cWGbZuuM39QWHqWN0FXemRaNO0I2xydTC5duXmtjlu2hlzWxa5D-ZC4Ymp3CLMIUaYZ_jmZNcUVm9k3tFxB0L3xtHW_XHPLjvgGqCXhSWR0Zig7BAf1-9OAKABTbvTVeTTJYTtrnowaCCFPgLqnh-GrZZ9yen7TmfZiCIXSgymQ13kcbqePgRPeAmOGK_4M5l-SNApoHvmLh-UTIGa7Fw6gQRs9E_8_YDQDKohHm0HYlvH-g\n\n',
      circumstances: {
        now: 1618354090_000,
        issuer: 'https://authorization-server.example.com/',
        audience: ['https://rs.example.com/'],
        algorithms: ['RS256'],
      },
    },
    finds: [],
  },
]

export default printed
