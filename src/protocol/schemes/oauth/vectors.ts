/**
 * OAuth 1.0's examples from its specification. Each `random` is the nonce: one octet for each of its characters.
 *
 * The signature that RFC 5849 §3.1 prints is wrong; the right one stands here, the misprint in the test.
 */

import type { Secret, Vector } from '../../auth/scheme.ts'
import { base64 } from '../../text/octets.ts'
import { ALPHABET } from './nonce.ts'

const nonce = (text: string) => [base64(Uint8Array.from(text, (each) => ALPHABET.indexOf(each)))]

const printer = { kind: 'oauth1', consumerKey: 'dpf43f3p2l4k3l03', consumerSecret: 'kd94hf93k423kf44' }
const photos: Secret = { ...printer, id: 'photos', token: 'nnch734d00sl2jdk', tokenSecret: 'pfkkdhi9sl3r4s00' }

const plain = { kind: 'oauth1', method: 'PLAINTEXT', consumerKey: 'jd83jd92dhsh93js', consumerSecret: 'ja893SD9' }

export const vectors: readonly Vector[] = [
  {
    name: 'temporary credentials',
    cite: 'RFC 5849 §1.2',
    request: 'POST /initiate HTTP/1.1\nHost: photos.example.net\n\n',
    offer: 'OAuth realm="Photos"',
    secret: { ...printer, id: 'initiate', callback: 'http://printer.example.com/ready' },
    random: nonce('wIjqoS'),
    now: 137131200_000,
    expect: [
      'OAuth realm="Photos", oauth_consumer_key="dpf43f3p2l4k3l03", oauth_signature_method="HMAC-SHA1", oauth_timestamp="137131200", oauth_nonce="wIjqoS", oauth_callback="http%3A%2F%2Fprinter.example.com%2Fready", oauth_signature="74KNZJeDHnMBp0EMJ9ZHt%2FXKycU%3D"',
    ],
  },
  {
    name: 'token credentials',
    cite: 'RFC 5849 §1.2',
    request: 'POST /token HTTP/1.1\nHost: photos.example.net\n\n',
    offer: 'OAuth realm="Photos"',
    secret: {
      ...printer,
      id: 'token',
      token: 'hh5s93j4hdidpola',
      tokenSecret: 'hdhd0244k9j7ao03',
      verifier: 'hfdp7dh39dks9884',
    },
    random: nonce('walatlh'),
    now: 137131201_000,
    expect: [
      'OAuth realm="Photos", oauth_consumer_key="dpf43f3p2l4k3l03", oauth_token="hh5s93j4hdidpola", oauth_signature_method="HMAC-SHA1", oauth_timestamp="137131201", oauth_nonce="walatlh", oauth_verifier="hfdp7dh39dks9884", oauth_signature="gKgrFCywp7rO0OXSjdot%2FIHF7IU%3D"',
    ],
  },
  {
    name: 'a photo, over http',
    cite: 'RFC 5849 §1.2',
    request:
      'GET http://photos.example.net/photos?file=vacation.jpg&size=original HTTP/1.1\nHost: photos.example.net\n\n',
    offer: 'OAuth realm="Photos"',
    secret: photos,
    random: nonce('chapoH'),
    now: 137131202_000,
    expect: [
      'GET&http%3A%2F%2Fphotos.example.net%2Fphotos&file%3Dvacation.jpg%26oauth_consumer_key%3Ddpf43f3p2l4k3l03%26oauth_nonce%3DchapoH%26oauth_signature_method%3DHMAC-SHA1%26oauth_timestamp%3D137131202%26oauth_token%3Dnnch734d00sl2jdk%26size%3Doriginal',
      'OAuth realm="Photos", oauth_consumer_key="dpf43f3p2l4k3l03", oauth_token="nnch734d00sl2jdk", oauth_signature_method="HMAC-SHA1", oauth_timestamp="137131202", oauth_nonce="chapoH", oauth_signature="MdpQcU8iPSUjWoN%2FUDMsK2sui9I%3D"',
    ],
  },
  {
    name: 'parameters in query and form',
    cite: 'RFC 5849 §3.1, with the right signature',
    request:
      'POST http://EXAMPLE.COM:80/request?b5=%3D%253D&a3=a&c%40=&a2=r%20b HTTP/1.1\nHost: EXAMPLE.COM:80\nContent-Type: application/x-www-form-urlencoded\n\nc2&a3=2+q',
    offer: 'OAuth realm="Example"',
    secret: {
      id: 'request',
      kind: 'oauth1',
      consumerKey: '9djdj82h48djs9d2',
      consumerSecret: 'j49sk3j29djd',
      token: 'kkk9d7dh3k39sjv7',
      tokenSecret: 'dh893hdasih9',
    },
    random: nonce('7d8f3e4a'),
    now: 137131201_000,
    expect: [
      'POST&http%3A%2F%2Fexample.com%2Frequest&a2%3Dr%2520b%26a3%3D2%2520q%26a3%3Da%26b5%3D%253D%25253D%26c%2540%3D%26c2%3D%26oauth_consumer_key%3D9djdj82h48djs9d2%26oauth_nonce%3D7d8f3e4a%26oauth_signature_method%3DHMAC-SHA1%26oauth_timestamp%3D137131201%26oauth_token%3Dkkk9d7dh3k39sjv7',
      'oauth_signature="r6%2FTJjbCOr97%2F%2BUU0NsvSne7s5g%3D"',
    ],
  },
  {
    name: 'PLAINTEXT',
    cite: 'RFC 5849 §2.1, §3.4.4',
    request: 'POST /request_temp_credentials HTTP/1.1\nHost: server.example.com\n\n',
    offer: 'OAuth realm="Example"',
    secret: { ...plain, id: 'plain', callback: 'http://client.example.net/cb?x=1' },
    expect: [
      'OAuth realm="Example", oauth_consumer_key="jd83jd92dhsh93js", oauth_signature_method="PLAINTEXT", oauth_callback="http%3A%2F%2Fclient.example.net%2Fcb%3Fx%3D1", oauth_signature="ja893SD9%26"',
    ],
  },
  {
    name: 'PLAINTEXT, for a token',
    cite: 'RFC 5849 §2.3',
    request: 'POST /request_token HTTP/1.1\nHost: server.example.com\n\n',
    offer: 'OAuth realm="Example"',
    secret: {
      ...plain,
      id: 'plain-token',
      token: 'hdk48Djdsa',
      tokenSecret: 'xyz4992k83j47x0b',
      verifier: '473f82d3',
    },
    expect: [
      'OAuth realm="Example", oauth_consumer_key="jd83jd92dhsh93js", oauth_token="hdk48Djdsa", oauth_signature_method="PLAINTEXT", oauth_verifier="473f82d3", oauth_signature="ja893SD9%26xyz4992k83j47x0b"',
    ],
  },
]
