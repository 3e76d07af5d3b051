/** What the room offers to who has nothing at hand. */

/** A proxy's log of an exchange in which nearly everything went wrong that can. */
export const EXAMPLES: readonly string[] = [
  'GET /api/orders HTTP/1.1\nHost: api.example.com\nAuthorization: bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZGEiLCJleHAiOjE3MjAwMDAwMDB9.\n\nHTTP/1.1 401 Unauthorized\nDate: Wed, 03 Jul 2024 10:00:05 GMT\nWWW-Authenticate: Newauth realm="apps", type=1, title="Login to \\"apps\\"", Basic realm=simple, Bearer error="token_expired"\nContent-Type: application/json\n\n{"error": "invalid_token"}',
]
