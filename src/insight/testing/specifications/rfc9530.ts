/** The examples of RFC 9530 with `Content-Digest`, whose responses have no date. */

import type { Printed } from '../printed.ts'

const printed: readonly Printed[] = [
  {
    cite: 'RFC 9530 §B.1',
    example:
      'GET /items/123 HTTP/1.1\nHost: foo.example\n\n---\nHTTP/1.1 200 OK\nContent-Type: application/json\nContent-Length: 19\nContent-Digest: sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:\nRepr-Digest: sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:\n\n{"hello": "world"}\n',
    finds: ['date-missing'],
  },
  {
    cite: 'RFC 9530 §B.2',
    example:
      'HEAD /items/123 HTTP/1.1\nHost: foo.example\n\n---\nHTTP/1.1 200 OK\nContent-Type: application/json\nContent-Digest: sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:\nRepr-Digest: sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:\n\n',
    finds: ['date-missing'],
  },
  {
    cite: 'RFC 9530 §B.3',
    example:
      'GET /items/123 HTTP/1.1\nHost: foo.example\nRange: bytes=10-18\n\n---\nHTTP/1.1 206 Partial Content\nContent-Type: application/json\nContent-Range: bytes 10-18/19\nContent-Digest: sha-256=:jjcgBDWNAtbYUXI37CVG3gRuGOAjaaDRGpIUFsdyepQ=:\nRepr-Digest: sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:\n\n"world"}\n',
    finds: ['date-missing'],
  },
]

export default printed
