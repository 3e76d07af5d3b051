/** web-push: a key that says who sends, and a message that only the device can read. */
import { createECDH, randomBytes } from 'node:crypto'
import webPush from 'web-push'
import { npmVersion, same } from './client.mjs'

const KEYS = {
  aladdin: 'Uli4quwtMQ-Y6rLVgRQToSuv9Cxu8at8sw8hTO4j3mQ',
  ada: 'qNl3WbcAYYYfQCOAyntwhiw9NeXtrsov31WHvbSuSUk',
}

/** The key pair of an application server. @param {keyof typeof KEYS} user */
function vapidDetails(user) {
  const pair = createECDH('prime256v1')
  pair.setPrivateKey(Buffer.from(KEYS[user], 'base64url'))
  const publicKey = pair.getPublicKey('base64url', 'uncompressed')
  return { subject: `mailto:${user}@example.com`, publicKey, privateKey: KEYS[user] }
}

/** A device's half: the push service doesn't have it. @param {string} path */
function subscription(path) {
  const device = createECDH('prime256v1')
  device.generateKeys()
  const keys = { p256dh: device.getPublicKey('base64url'), auth: randomBytes(16).toString('base64url') }
  return { endpoint: `https://push.example.com/push/${path}`, keys }
}

/**
 * @param {string} what
 * @param {string} path
 * @param {keyof typeof KEYS | undefined} user
 * @param {number} wanted
 * @param {import('web-push').ContentEncoding} [contentEncoding]
 * @returns {import('./client.mjs').Case}
 */
const push = (what, path, user, wanted, contentEncoding = 'aes128gcm') => ({
  scheme: 'vapid',
  what,
  async run({ fetch }) {
    const options = { contentEncoding, vapidDetails: user && vapidDetails(user) }
    const details = webPush.generateRequestDetails(subscription(path), 'The kettle boils.', options)
    const headers = Object.fromEntries(Object.entries(details.headers).map(([name, value]) => [name, String(value)]))
    const response = await fetch(details.endpoint, { method: 'POST', headers, body: details.body })
    same('status', response.status, wanted)
  },
})

/** @type {import('./client.mjs').Client} */
const client = {
  name: 'web-push',
  from: 'npm',
  version: () => npmVersion('web-push'),
  cases: [
    push('a message for one’s own subscription', 'aladdins-phone', 'aladdin', 201),
    push('for somebody else’s: 403', 'aladdins-phone', 'ada', 403),
    push('for everybody, as an admin', 'everybody', 'ada', 201),
    push('for everybody, without the role: 403', 'everybody', 'aladdin', 403),
    push('without a key: 401', 'aladdins-phone', undefined, 401),
  ],
}

export default client
