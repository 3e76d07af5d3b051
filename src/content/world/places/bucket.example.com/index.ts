/**
 * A storage bucket as the vendor of Signature Version 4 runs it: no 401 and no challenge, but 403 or 400 with a code of
 * its own for each mistake, in XML. The codes are the vendor's, the sentences are ours.
 */

import type { Secret } from '../../../../protocol/auth/scheme.ts'
import type { Reply, Resource } from '../../../../protocol/servers/world.ts'
import type { Place } from '../../place.ts'

const REGION = 'eu-central-1'
const WORKDAY = 8 * 60 * 60_000

type Says = Omit<Reply, 'by'>

const xml = (text: string) => `<?xml version="1.0" encoding="UTF-8"?>\n${text}\n`

/** No challenges, whatever the status: there is none to send. */
const says = (code: string, message: string, status?: number): Says => ({
  ...(status === undefined ? {} : { status }),
  challenges: [],
  fields: [['Content-Type', 'application/xml']],
  body: xml(`<Error><Code>${code}</Code><Message>${message}</Message></Error>`),
})

const denied = says('AccessDenied', 'Access denied.', 403)

/** By the kinds of refusals that the scheme knows. */
const CODES: Readonly<Record<string, Says>> = {
  malformed: says('AuthorizationHeaderMalformed', 'The Authorization field is malformed, or made for another place.'),
  undated: says('AccessDenied', 'A signed request needs a valid X-Amz-Date or Date.'),
  unhashed: says('MissingSecurityHeader', 'X-Amz-Content-Sha256 is missing.'),
  'unreadable-hash': says('InvalidArgument', 'X-Amz-Content-Sha256 is neither a hash nor UNSIGNED-PAYLOAD.'),
  uncovered: says('AccessDenied', 'There are fields in the request that must be signed, and are not.'),
  'unknown-key': says('InvalidAccessKeyId', 'There is no such access key id.'),
  'bad-token': says('InvalidToken', 'The security token does not belong to this access key.'),
  mismatch: says('SignatureDoesNotMatch', 'We calculated another signature. Check the key and what was signed.'),
  'other-payload': says('XAmzContentSHA256Mismatch', 'The body does not have the hash in X-Amz-Content-Sha256.'),
  skewed: says('RequestTimeTooSkewed', 'Your clock and ours are more than 15 minutes apart.'),
  'expired-token': says('ExpiredToken', 'The security token has expired.'),
}

const replies: Resource['replies'] = {
  resource: says('MethodNotAllowed', 'This method is not allowed here.'),
  sent: denied,
  scheme: says('InvalidRequest', 'The only way to log in here is AWS4-HMAC-SHA256.', 400),
  form: { ...says('AuthorizationHeaderMalformed', 'The Authorization field is malformed.'), by: CODES },
  valid: { ...denied, by: CODES },
  fresh: { ...denied, by: CODES },
  permitted: denied,
}

const object = (path: string, body: string, more: Partial<Resource> = {}): Resource => ({
  path,
  methods: ['GET'],
  spaces: ['bucket'],
  lines: 'each',
  permits: { roles: [] },
  content: { type: 'text/plain; charset=utf-8', body },
  replies,
  ...more,
})

const listing = xml(
  '<ListBucketResult><Name>bucket</Name><Contents><Key>hello.txt</Key></Contents><Contents><Key>plans.txt</Key></Contents></ListBucketResult>',
)

/** A demonstration key, made up for this page. The secret is shared: the server signs, too, and compares. */
const key = (user: string, accessKeyId: string, secretAccessKey: string): Secret => ({
  id: `${user}/aws-key`,
  kind: 'aws-key',
  accessKeyId,
  secretAccessKey,
  region: REGION,
  service: 's3',
})

const place: Place = {
  at: 'bucket.example.com',
  resources: [
    object('/', listing, { content: { type: 'application/xml', body: listing } }),
    object('/hello.txt', 'Hello from the bucket.\n'),
    object('/upload.txt', '', { methods: ['PUT'] }),
    object('/plans.txt', 'World domination, but friendly.\n', { permits: { roles: ['admin'] } }),
  ],
  spaces: (users) => [
    {
      id: 'bucket',
      scheme: 'aws4-hmac-sha256',
      realm: 'bucket',
      users,
      settings: { region: REGION, service: 's3' },
      memory: null,
    },
  ],
  secrets: ({ clock }) => ({
    aladdin: [key('aladdin', 'AKIDEXAMPLEALADDIN', 'demo/OpenSesame+OpenSesame+OpenSesameKEY')],
    // Temporary: a session token goes with it, and it ends with the working day.
    mufasa: [
      {
        ...key('mufasa', 'ASIDEXAMPLEMUFASA', 'demo/CircleOfLife+CircleOfLife+CircleKEY'),
        sessionToken: 'ZGVtbyBzZXNzaW9uIG9mIE11ZmFzYSwgZ29vZCBmb3Igb25lIHdvcmtpbmcgZGF5',
        expires: new Date(clock + WORKDAY).toISOString(),
      },
    ],
    ada: [key('ada', 'AKIDEXAMPLEADA', 'demo/NotesOnG+NotesOnG+NotesOnG+NotesKEY')],
    scar: [key('scar', 'AKIDEXAMPLESCAR', 'demo/BePrepared+BePrepared+BePreparedKEY')],
  }),
}

export default place
