/** `https://user:password@host/`: `fetch` throws, and others send it where it doesn't belong. */

import type { Diagnosis } from '../diagnosis.ts'
import rule from '../rules/fields/url-userinfo.ts'
import { symptomOf } from './readers/outcomes.ts'
import { placesOf } from './readers/places.ts'

const diagnosis: Diagnosis = {
  title: 'User and password stand in the URL',
  what: '`https://user:password@host/` is a way of writing for people, not for HTTP. `fetch` throws a `TypeError` at it, browsers refuse it for images and redirects to other origins, and whatever sends it along leaves the password in logs.',
  client:
    'Take them out of the URL and send `Authorization: Basic …`: in JavaScript `"Basic " + btoa(user + ":" + password)`, in curl `-u user:password`.',
  server: 'Never put credentials into `Location` or into links (RFC 9110 §4.2.4).',
  examples: {
    bad: [
      'GET http://«user:secret@»a.example/ HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="a"\n\n',
      'GET / HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 302 Found\nLocation: https://«user:secret@»b.example/\n\n',
    ],
    good: [
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Basic YTpi\n\n---\nHTTP/1.1 200 OK\n\n',
      'GET /?mail=user@b.example HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 302 Found\nLocation: /~user@b\n\n',
    ],
  },
  recognise: (view, found) => (found.has('url-userinfo') ? symptomOf(2, placesOf(rule, view)) : undefined),
}

export default diagnosis
