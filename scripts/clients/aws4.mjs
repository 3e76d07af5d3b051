/** aws4, which signs what node's `http.request` would be given. */
import aws4 from 'aws4'
import { npmVersion, same } from './client.mjs'

const ALADDIN = { accessKeyId: 'AKIDEXAMPLEALADDIN', secretAccessKey: 'demo/OpenSesame+OpenSesame+OpenSesameKEY' }
const MUFASA = {
  accessKeyId: 'ASIDEXAMPLEMUFASA',
  secretAccessKey: 'demo/CircleOfLife+CircleOfLife+CircleKEY',
  sessionToken: 'ZGVtbyBzZXNzaW9uIG9mIE11ZmFzYSwgZ29vZCBmb3Igb25lIHdvcmtpbmcgZGF5',
}
const ADA = { accessKeyId: 'AKIDEXAMPLEADA', secretAccessKey: 'demo/NotesOnG+NotesOnG+NotesOnG+NotesKEY' }

/**
 * @param {string} what
 * @param {import('aws4').Request} request
 * @param {typeof ALADDIN} credentials
 * @param {number} wanted
 * @returns {import('./client.mjs').Case}
 */
const signed = (what, request, credentials, wanted) => ({
  scheme: 'AWS4-HMAC-SHA256',
  what,
  async run({ fetch }) {
    const place = { host: 'bucket.example.com', service: 's3', region: 'eu-central-1' }
    const { headers, path, method, body } = aws4.sign({ ...place, ...request }, credentials)
    const response = await fetch(`https://bucket.example.com${path}`, { method, headers, body })
    same('status', response.status, wanted)
  },
})

/** @type {import('./client.mjs').Client} */
const client = {
  name: 'aws4',
  from: 'npm',
  version: () => npmVersion('aws4'),
  cases: [
    signed('a key', { path: '/hello.txt' }, ALADDIN, 200),
    signed('a session token', { path: '/hello.txt' }, MUFASA, 200),
    signed('a query that is not in order', { path: '/?prefix=h&list-type=2&empty=' }, ALADDIN, 200),
    signed('a body', { path: '/upload.txt', method: 'PUT', body: 'Käse' }, ALADDIN, 200),
    signed('another region: 400', { path: '/hello.txt', region: 'us-east-1' }, ALADDIN, 400),
    signed('another secret: 403', { path: '/hello.txt' }, { ...ALADDIN, secretAccessKey: 'no' }, 403),
    signed('the right key without the role: 403', { path: '/plans.txt' }, ALADDIN, 403),
    signed('the right key with the role', { path: '/plans.txt' }, ADA, 200),
  ],
}

export default client
